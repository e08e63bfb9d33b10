using Pipelines.Tests.Architecture.Fixtures.Acting;

namespace Pipelines.Tests.Architecture.Fixtures.Pure;

public sealed record NamesItInAField(Weight? Kept);
