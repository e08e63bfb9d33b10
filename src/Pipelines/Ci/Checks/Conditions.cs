namespace Pipelines.Ci.Checks;

/// <summary>The single conditions that a condition is made of.</summary>
internal static class Conditions
{
    public static IEnumerable<Condition> Of(Condition? condition) => condition switch
    {
        null => [],
        Condition.All all => all.Parts.SelectMany(Of),
        Condition.Any any => any.Parts.SelectMany(Of),
        _ => [condition],
    };
}
