namespace Pipelines.Tests.Ci;

/// <summary>A row of the table of features in <c>docs/ci.md</c>.</summary>
/// <param name="Name">As the row names it.</param>
/// <param name="Workflows">That use it.</param>
/// <param name="Systems">That can.</param>
internal sealed record Feature(string Name, Func<ShopBuild, IEnumerable<Workflow>> Workflows, CiSystem Systems = CiSystem.All)
{
    public override string ToString() => Name;
}
