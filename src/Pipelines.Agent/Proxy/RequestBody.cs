using System.Net;

namespace Pipelines.Agent.Proxy;

/// <summary>The client's body, passed on as it comes.</summary>
internal sealed class RequestBody(HttpRequest request, RequestLimit limit) : HttpContent
{
    /// <summary>Bytes were taken from the client: the request cannot be sent a second time.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>The client broke off or sent something malformed: its fault, not the backend's.</summary>
    public Exception? ClientFailure { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, limit.Token);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        IsStarted = true;
        var reader = request.BodyReader;
        while (true)
        {
            if (!reader.TryRead(out var read))
            {
                // Nothing more has come yet: the backend gets what there is before the wait.
                await stream.FlushAsync(cancellationToken);
                try
                {
                    read = await reader.ReadAsync(cancellationToken);
                }
                catch (Exception failure) when (failure is IOException or BadHttpRequestException)
                {
                    ClientFailure = failure;
                    throw;
                }
            }

            limit.Moved();
            foreach (var segment in read.Buffer)
            {
                await stream.WriteAsync(segment, cancellationToken);
            }

            reader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = request.ContentLength ?? 0;
        return request.ContentLength is not null;
    }
}
