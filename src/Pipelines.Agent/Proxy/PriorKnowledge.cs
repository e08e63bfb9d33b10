using System.Buffers;
using Microsoft.AspNetCore.Connections;

namespace Pipelines.Agent.Proxy;

/// <summary>Tells HTTP/2 from HTTP/1.1 by the first bytes (RFC 9113, 3.4).</summary>
internal static class PriorKnowledge
{
    private static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n"u8;

    public static async Task SortAsync(ConnectionContext connection, ConnectionDelegate next, HandedConnections handed)
    {
        if (await IsHttp2Async(connection))
        {
            await handed.HandAsync(connection);
        }
        else
        {
            await next(connection);
        }
    }

    private static async Task<bool> IsHttp2Async(ConnectionContext connection)
    {
        var input = connection.Transport.Input;
        while (true)
        {
            var read = await input.ReadAsync(connection.ConnectionClosed);
            var decided = Judge(read.Buffer);
            // Looked at, not taken: whoever serves the connection reads it from the start.
            input.AdvanceTo(read.Buffer.Start, decided is null ? read.Buffer.End : read.Buffer.Start);
            if (decided is { } isHttp2 || read.IsCompleted)
            {
                return decided ?? false;
            }
        }
    }

    private static bool? Judge(ReadOnlySequence<byte> seen)
    {
        Span<byte> start = stackalloc byte[Preface.Length];
        var length = (int)Math.Min(seen.Length, start.Length);
        seen.Slice(0, length).CopyTo(start);
        return !Preface.StartsWith(start[..length]) ? false : length == Preface.Length ? true : null;
    }
}
