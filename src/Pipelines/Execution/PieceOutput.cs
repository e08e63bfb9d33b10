using System.Text;

namespace Pipelines.Execution;

/// <summary>Gives what is written on as it comes.</summary>
internal sealed class PieceOutput(Action<string> piece) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => piece(value.ToString());

    public override void Write(string? value) => piece(value ?? "");

    public override void Write(char[] buffer, int index, int count) => piece(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => piece(buffer.ToString());

    public override void WriteLine(string? value) => piece(value + "\n");
}
