using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Sample.Storefront.Redis;

/// <summary>Reads answers of RESP 2, see https://redis.io/docs/latest/develop/reference/protocol-spec/.</summary>
internal static class RespParser
{
    private const int LongestLine = 64 * 1024;
    private const int LongestBulk = 16 * 1024 * 1024;
    private const int LongestList = 1024 * 1024;
    private const int Deepest = 16;

    /// <summary>Reads one answer, and moves the reader behind it.</summary>
    /// <returns>False when the answer is not complete yet; where the reader is then says nothing.</returns>
    /// <exception cref="RedisException">These bytes are no RESP.</exception>
    public static bool TryRead(ref SequenceReader<byte> reader, [NotNullWhen(true)] out RespReply? reply) => TryRead(ref reader, depth: 0, out reply);

    private static bool TryRead(ref SequenceReader<byte> reader, int depth, [NotNullWhen(true)] out RespReply? reply)
    {
        reply = null;
        if (!reader.TryRead(out var kind) || !TryReadLine(ref reader, out var line))
        {
            return false;
        }

        switch (kind)
        {
            case (byte)'+':
                reply = new RespReply.Line(Encoding.UTF8.GetString(line));
                return true;
            case (byte)'-':
                reply = new RespReply.Refusal(Encoding.UTF8.GetString(line));
                return true;
            case (byte)':':
                reply = new RespReply.Number(ReadNumber(line, long.MinValue, long.MaxValue));
                return true;
            case (byte)'$':
                return TryReadBulk(ref reader, (int)ReadNumber(line, -1, LongestBulk), out reply);
            case (byte)'*' when depth < Deepest:
                return TryReadList(ref reader, (int)ReadNumber(line, -1, LongestList), depth, out reply);
            default:
                throw new RedisException($"Does not speak RESP 2: an answer begins with byte {kind}.");
        }
    }

    private static bool TryReadBulk(ref SequenceReader<byte> reader, int length, [NotNullWhen(true)] out RespReply? reply)
    {
        if (length < 0)
        {
            reply = new RespReply.Nothing();
            return true;
        }

        reply = null;
        if (reader.Remaining < length + 2)
        {
            return false;
        }

        reply = new RespReply.Bulk(reader.UnreadSequence.Slice(0, length).ToArray());
        reader.Advance(length);
        return reader.IsNext("\r\n"u8, advancePast: true) ? true : throw new RedisException("Does not speak RESP 2: bytes do not end where they should.");
    }

    private static bool TryReadList(ref SequenceReader<byte> reader, int length, int depth, [NotNullWhen(true)] out RespReply? reply)
    {
        if (length < 0)
        {
            reply = new RespReply.Nothing();
            return true;
        }

        reply = null;
        // The announced length is not trusted with memory.
        var items = ImmutableArray.CreateBuilder<RespReply>();
        while (items.Count < length)
        {
            if (!TryRead(ref reader, depth + 1, out var item))
            {
                return false;
            }

            items.Add(item);
        }

        reply = new RespReply.List(items.ToImmutable());
        return true;
    }

    private static bool TryReadLine(ref SequenceReader<byte> reader, out ReadOnlySpan<byte> line)
    {
        line = default;
        if (reader.TryReadTo(out ReadOnlySequence<byte> found, "\r\n"u8))
        {
            line = found.IsSingleSegment ? found.FirstSpan : found.ToArray();
            return true;
        }

        return reader.Remaining <= LongestLine ? false : throw new RedisException($"Does not speak RESP 2: a line is longer than {LongestLine} bytes.");
    }

    private static long ReadNumber(ReadOnlySpan<byte> line, long least, long most) =>
        Utf8Parser.TryParse(line, out long value, out var used) && used == line.Length && value >= least && value <= most
            ? value
            : throw new RedisException($"Does not speak RESP 2: '{Encoding.UTF8.GetString(line[..Math.Min(line.Length, 32)])}' is no number from {least} to {most}.");
}
