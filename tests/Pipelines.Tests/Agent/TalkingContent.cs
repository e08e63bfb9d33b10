using System.IO.Pipelines;
using System.Net;

namespace Pipelines.Tests.Agent;

/// <summary>A body that goes on while the answer is read, which StreamContent does not allow.</summary>
internal sealed class TalkingContent(PipeReader reader) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        while (await reader.ReadAsync() is { IsCompleted: false } read)
        {
            foreach (var segment in read.Buffer)
            {
                await stream.WriteAsync(segment);
            }

            reader.AdvanceTo(read.Buffer.End);
            await stream.FlushAsync();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
