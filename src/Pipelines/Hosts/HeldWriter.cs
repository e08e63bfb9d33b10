using System.Text;

namespace Pipelines.Hosts;

/// <summary>Holds what is written until it is flushed or disposed, and passes it on in one piece. For one thread at a time.</summary>
/// <param name="inner">Takes the text; stays open when this writer is disposed.</param>
internal sealed class HeldWriter(TextWriter inner) : TextWriter
{
    private readonly StringBuilder _held = new();

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => _held.Append(value);

    public override void Write(string? value) => _held.Append(value);

    public override void Write(char[] buffer, int index, int count) => _held.Append(buffer, index, count);

    public override void Write(ReadOnlySpan<char> buffer) => _held.Append(buffer);

    public override void WriteLine(string? value) => _held.Append(value).Append(inner.NewLine);

    public override void Flush()
    {
        if (_held.Length > 0)
        {
            inner.Write(_held.ToString());
            _held.Clear();
        }
        inner.Flush();
    }

    protected override void Dispose(bool disposing)
    {
        Flush();
        base.Dispose(disposing);
    }
}
