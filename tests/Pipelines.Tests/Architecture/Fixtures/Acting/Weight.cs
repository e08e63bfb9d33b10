namespace Pipelines.Tests.Architecture.Fixtures.Acting;

public sealed record Weight(int Percent);
