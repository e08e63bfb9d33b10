using System.Globalization;

namespace Pipelines.Tests.Parameters;

internal sealed record Port(int Number)
{
    public static Port Http { get; } = new(80);

    public static Port Parse(string text) => int.Parse(text, CultureInfo.InvariantCulture) is var number and <= 65535
        ? new(number)
        : throw new FormatException($"The highest port is 65535, and {text} is above.");
}
