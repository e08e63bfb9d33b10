namespace Pipelines.Ci.Checks;

/// <summary>Everything that is looked for in a plan before it is written.</summary>
internal static class CiChecks
{
    public static IEnumerable<CiFinding> All(Checked plan) =>
        [.. ShapeChecks.Of(plan), .. NameChecks.Of(plan), .. HandoverChecks.Of(plan), .. ValueChecks.Of(plan), .. ImageChecks.Of(plan), .. SafetyChecks.Of(plan), .. RawChecks.Of(plan), .. SystemChecks.Of(plan)];
}
