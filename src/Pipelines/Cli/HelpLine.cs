namespace Pipelines.Cli;

internal sealed record HelpLine(string Name, string Explanation);
