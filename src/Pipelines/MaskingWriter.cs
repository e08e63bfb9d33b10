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

    public override void Write(char value) => Put([value]);

    public override void Write(string? value) => Put(value);

    public override void Write(char[] buffer, int index, int count) => Put(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Put(buffer);

    public override void WriteLine(string? value) => Put(string.Concat(value, inner.NewLine));

    // Whoever awaits these has nothing to wait for: what is behind is memory, a file or a terminal.
    public override Task WriteAsync(string? value)
    {
        Put(value);
        return Task.CompletedTask;
    }

    public override Task WriteLineAsync(string? value)
    {
        Put(string.Concat(value, inner.NewLine));
        return Task.CompletedTask;
    }

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

    private void Put(ReadOnlySpan<char> text)
    {
        lock (_lock)
        {
            inner.Write(mask.Apply(string.Concat(_held, text), final: false, out _held));
        }
    }
}
