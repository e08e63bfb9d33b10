using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Pipelines.Agent.Proxy;

/// <summary>The backend's answer as the client gets it.</summary>
internal static class ResponseMessage
{
    public static void CopyHead(HttpResponseMessage from, HttpResponse to)
    {
        to.StatusCode = (int)from.StatusCode;
        if (from.ReasonPhrase is { Length: > 0 } phrase && to.HttpContext.Features.Get<IHttpResponseFeature>() is { } feature)
        {
            feature.ReasonPhrase = phrase;
        }

        var named = from.Headers.NonValidated.TryGetValues("Connection", out var connection)
            ? HopByHop.Named(Values(connection))
            : null;
        Copy(from.Headers.NonValidated, to.Headers, named);
        Copy(from.Content.Headers.NonValidated, to.Headers, named);
    }

    /// <summary>Passes the body on piece by piece, each as it comes.</summary>
    public static async Task CopyBodyAsync(HttpResponseMessage from, HttpResponse to, CancellationToken cancellationToken)
    {
        var left = from.Content.Headers.ContentLength ?? long.MaxValue;
        if (left == 0)
        {
            return;
        }

        var stream = await from.Content.ReadAsStreamAsync(cancellationToken);
        // Kestrel counts what is written to the pipe only once the answer has begun; this sends nothing yet.
        await to.StartAsync(cancellationToken);
        var writer = to.BodyWriter;
        while (true)
        {
            var read = await stream.ReadAsync(writer.GetMemory(), cancellationToken);
            if (read == 0)
            {
                return;
            }

            writer.Advance(read);
            left -= read;
            // The last piece too: once anything was flushed, Kestrel sends the rest of an answer of known length only when asked.
            var flushed = await writer.FlushAsync(cancellationToken);
            if (left <= 0)
            {
                return;
            }

            if (flushed.IsCompleted)
            {
                throw new OperationCanceledException("The client left.");
            }
        }
    }

    public static void CopyTrailers(HttpResponseMessage from, HttpResponse to)
    {
        if (to.SupportsTrailers())
        {
            foreach (var (name, values) in from.TrailingHeaders.NonValidated)
            {
                to.AppendTrailer(name, Values(values));
            }
        }
    }

    private static void Copy(HttpHeadersNonValidated from, IHeaderDictionary to, HashSet<string>? named)
    {
        foreach (var (name, values) in from)
        {
            if (!HopByHop.Contains(name) && named?.Contains(name) != true)
            {
                to[name] = Values(values);
            }
        }
    }

    private static StringValues Values(HeaderStringValues values) =>
        values.Count == 1 ? new StringValues(values.ToString()) : new StringValues([.. values]);
}
