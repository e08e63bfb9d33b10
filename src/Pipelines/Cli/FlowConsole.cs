using System.Text;

namespace Pipelines.Cli;

/// <summary>
/// What is written on the console of this process: in a target it is a line of that target, so that it is masked, kept in the run's log and never
/// stands in the middle of another target's lines; elsewhere it goes out at once, masked as far as secrets are known.
/// </summary>
/// <param name="stream">Takes what is written where no target runs.</param>
/// <param name="encoding">Of the text.</param>
internal sealed class FlowConsole(Stream stream, Encoding encoding) : TextWriter
{
    private readonly StreamWriter _outside = new(stream, encoding) { AutoFlush = true };

    public override Encoding Encoding => encoding;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void WriteLine(string? value) => Write(value + NewLine);

    public override void Write(string? value)
    {
        var run = Ambient.Current;
        (run?.Output ?? _outside).Write(run is { Output: null } ? run.Mask.Apply(value ?? "") : value);
    }

    protected override void Dispose(bool disposing)
    {
        _outside.Dispose();
        base.Dispose(disposing);
    }
}
