using System.Collections.Immutable;
using System.Text;

namespace Sample.Storefront.Redis;

/// <summary>An answer of the server, as RESP 2 knows it.</summary>
internal abstract record RespReply
{
    private RespReply()
    {
    }

    /// <summary>A line, such as <c>OK</c>.</summary>
    internal sealed record Line(string Text) : RespReply;

    /// <summary>A refusal, such as <c>WRONGTYPE Operation against a key ...</c>.</summary>
    internal sealed record Refusal(string Text) : RespReply;

    /// <summary>A whole number.</summary>
    internal sealed record Number(long Value) : RespReply;

    /// <summary>Bytes, whatever they mean.</summary>
    internal sealed record Bulk(ReadOnlyMemory<byte> Bytes) : RespReply
    {
        /// <summary>The bytes as UTF-8.</summary>
        public string Text => Encoding.UTF8.GetString(Bytes.Span);
    }

    /// <summary>Several answers.</summary>
    internal sealed record List(ImmutableArray<RespReply> Items) : RespReply;

    /// <summary>Nothing, in place of bytes or a list.</summary>
    internal sealed record Nothing : RespReply;
}
