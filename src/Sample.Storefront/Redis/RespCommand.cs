using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Sample.Storefront.Redis;

/// <summary>A command with its arguments; nobody quotes, as each argument travels with its length.</summary>
/// <param name="Words">The command's name first.</param>
internal sealed record RespCommand(ImmutableArray<string> Words)
{
    /// <summary>A command of these words.</summary>
    public static RespCommand Of(params ReadOnlySpan<string> words) => new([.. words]);

    /// <summary>Writes it as RESP: a list of bulk strings.</summary>
    public void WriteTo(IBufferWriter<byte> writer)
    {
        Write(writer, string.Create(CultureInfo.InvariantCulture, $"*{Words.Length}\r\n"));
        foreach (var word in Words)
        {
            Write(writer, string.Create(CultureInfo.InvariantCulture, $"${Encoding.UTF8.GetByteCount(word)}\r\n"));
            Write(writer, word);
            writer.Write("\r\n"u8);
        }
    }

    private static void Write(IBufferWriter<byte> writer, string text) => Encoding.UTF8.GetBytes(text, writer);
}
