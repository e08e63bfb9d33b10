namespace Pipelines.Tests.Ci;

/// <summary>Keeps the figures that a target tells.</summary>
internal sealed class Figures : ITargetRun
{
    public List<KeyValuePair<string, string>> All { get; } = [];

    public string Target => "UnitTest";

    public int Parallel => 1;

    public TextWriter Output => TextWriter.Null;

    public TResult Result<TResult>(Target<TResult> target) => throw new NotSupportedException("It depends on nothing.");

    public void Status(string text)
    {
    }

    public void Detail(string heading, IEnumerable<string> lines)
    {
    }

    public void RunAgain(string reason)
    {
    }

    public void Summary(string name, string value) => All.Add(new(name, value));
}
