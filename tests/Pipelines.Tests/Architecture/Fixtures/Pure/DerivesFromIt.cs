using Pipelines.Tests.Architecture.Fixtures.Acting;

namespace Pipelines.Tests.Architecture.Fixtures.Pure;

public sealed class DerivesFromIt : Router;
