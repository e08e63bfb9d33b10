using Pipelines.Tests.Architecture.Fixtures.Acting;

namespace Pipelines.Tests.Architecture.Fixtures.Pure;

public static class TakesItAsALocal
{
    public static int Read(Func<object> source) => source() is Weight { Percent: var percent } ? percent : 0;
}
