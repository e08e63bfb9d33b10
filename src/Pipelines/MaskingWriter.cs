using System.Text;

namespace Pipelines;

/// <summary>Masks what passes through, also a secret that comes in pieces: text that may be the beginning of one waits for what follows, or for the end.</summary>
/// <param name="inner">Takes the masked text; stays open when this writer is disposed.</param>
/// <param name="mask">The secrets of the run.</param>
internal sealed class MaskingWriter(TextWriter inner, SecretMask mask) : TextWriter
{
    private readonly Lock _lock = new();
    private string _held = "";

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (_lock)
        {
            inner.Write(mask.Apply(string.Concat(_held, buffer), final: false, out _held));
        }
    }

    public override void WriteLine(string? value) => Write(string.Concat(value, inner.NewLine));

    public override void Flush()
    {
        lock (_lock)
        {
            inner.Flush();
        }
    }

    protected override void Dispose(bool disposing)
    {
        lock (_lock)
        {
            inner.Write(mask.Apply(_held));
            _held = "";
            inner.Flush();
        }
        base.Dispose(disposing);
    }
}
