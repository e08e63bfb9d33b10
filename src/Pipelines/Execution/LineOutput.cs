using System.Text;

namespace Pipelines.Execution;

/// <summary>Gives what is written on as whole lines; the last one when disposed.</summary>
internal sealed class LineOutput(Action<string> line) : TextWriter
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _rest = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_lock)
        {
            if (value != '\n')
            {
                _rest.Append(value);
                return;
            }
            line(_rest.ToString().TrimEnd('\r'));
            _rest.Clear();
        }
    }

    protected override void Dispose(bool disposing)
    {
        lock (_lock)
        {
            if (_rest.Length > 0)
            {
                line(_rest.ToString());
                _rest.Clear();
            }
        }
        base.Dispose(disposing);
    }
}
