namespace Pipelines.Tests.Parameters;

internal sealed record Oven(string Name, int Heat, Flavour Flavour = Flavour.Plain);
