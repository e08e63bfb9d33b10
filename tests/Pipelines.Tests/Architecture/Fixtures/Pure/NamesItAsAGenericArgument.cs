using Pipelines.Tests.Architecture.Fixtures.Acting;

namespace Pipelines.Tests.Architecture.Fixtures.Pure;

public static class NamesItAsAGenericArgument
{
    public static IEnumerable<int> Percents(IReadOnlyList<object> list) => list.OfType<Weight>().Select(weight => weight.GetHashCode());
}
