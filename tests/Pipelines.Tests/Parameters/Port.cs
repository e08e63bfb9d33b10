using System.Globalization;

namespace Pipelines.Tests.Parameters;

internal sealed record Port(int Number)
{
    public static Port Http { get; } = new(80);

    public static Port Parse(string text) => new(int.Parse(text, CultureInfo.InvariantCulture));
}
