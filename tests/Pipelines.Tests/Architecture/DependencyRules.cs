using System.Collections.Immutable;

namespace Pipelines.Tests.Architecture;

/// <summary>Who may use whom: the one table that holds the walls between rooms.</summary>
internal static class DependencyRules
{
    private const string Engine = "Pipelines";
    private const string Delivery = "Pipelines.Delivery";

    public static ImmutableArray<Rule> All { get; } =
    [
        new("Pipelines")
        {
            Assembly = Engine,
            // The second member of a component is a command, and running it gives a result: values, no process.
            MayUse = ["Pipelines.Tools.Command", "Pipelines.Tools.CommandResult"],
            Door = "Pipelines.PipelineBuild",
            MustNotTouch = [.. Platform.Files, .. Platform.Network, .. Platform.Processes],
        },
        new("Pipelines.Parameters.*") { Assembly = Engine, MayUse = ["Pipelines"], MustNotTouch = Platform.Processes },
        new("Pipelines.Tools.*") { Assembly = Engine, MayUse = ["Pipelines"] },
        new("Pipelines.Graph.*")
        {
            Assembly = Engine,
            MayUse = ["Pipelines", "Pipelines.Parameters.*"],
            MustNotTouch = [.. Platform.Files, .. Platform.Network, .. Platform.Processes, .. Platform.Clock],
        },
        new("Pipelines.Planning.*") { Assembly = Engine, MayUse = ["Pipelines", "Pipelines.Graph.*"], MustNotTouch = Platform.Impure },
        new("Pipelines.Execution.*")
        {
            Assembly = Engine,
            MayUse = ["Pipelines", "Pipelines.Graph.*", "Pipelines.Planning.*", "Pipelines.Parameters.*"],
            MustNotTouch = ["System.Console"],
        },
        new("Pipelines.Ci") { Assembly = Engine, MayUse = ["Pipelines", "Pipelines.Graph.*", "Pipelines.Planning.*"] },
        new("Pipelines.Ci.GitHub.*") { Assembly = Engine, MayUse = ["Pipelines", "Pipelines.Graph.*", "Pipelines.Planning.*", "Pipelines.Ci"] },
        new("Pipelines.Ci.GitLab.*") { Assembly = Engine, MayUse = ["Pipelines", "Pipelines.Graph.*", "Pipelines.Planning.*", "Pipelines.Ci"] },
        new("Pipelines.Hosts.*")
        {
            Assembly = Engine,
            // How much to show is a word of the command line.
            MayUse = ["Pipelines", "Pipelines.Execution", "Pipelines.Parameters.Verbosity"],
            MustNotTouch = [.. Platform.Network, .. Platform.Processes],
        },
        new("Pipelines.Delivery.Releases.*") { Assembly = Delivery, MayUse = ["Pipelines"] },
        new("Pipelines.Delivery.Stages.*") { Assembly = Delivery, MayUse = ["Pipelines"] },
        new("Pipelines.Delivery.Planning.*")
        {
            Assembly = Delivery,
            MayUse = ["Pipelines", "Pipelines.Delivery.Releases.*", "Pipelines.Delivery.Stages.*", "Pipelines.Delivery.Analysis.MetricLimit"],
            MustNotTouch = Platform.Impure,
        },
        new("Pipelines.Delivery.Analysis.*")
        {
            Assembly = Delivery,
            Word = "Judge",
            MayUse = ["Pipelines", "Pipelines.Delivery.Releases.*", "Pipelines.Delivery.Stages.*"],
            MustNotTouch = Platform.Impure,
        },
        new("Pipelines.Delivery.Platforms") { Assembly = Delivery, MayUse = ["Pipelines", "Pipelines.Delivery.Releases.*"] },
        new("Pipelines.Delivery.Platforms.Local.*") { Assembly = Delivery, MayUse = ["Pipelines", "Pipelines.Delivery.Releases.*", "Pipelines.Delivery.Platforms"] },
        new("Pipelines.Delivery.Platforms.Docker.*") { Assembly = Delivery, MayUse = ["Pipelines", "Pipelines.Delivery.Releases.*", "Pipelines.Delivery.Platforms"] },
        new("Pipelines.Delivery.Platforms.Kubernetes.*") { Assembly = Delivery, MayUse = ["Pipelines", "Pipelines.Delivery.Releases.*", "Pipelines.Delivery.Platforms"] },
        new("Pipelines.Delivery.Platforms.Simulated.*") { Assembly = Delivery, MayUse = ["Pipelines", "Pipelines.Delivery.Releases.*", "Pipelines.Delivery.Platforms"] },
        new("Pipelines.Delivery.Ledger.*")
        {
            Assembly = Delivery,
            MayUse = ["Pipelines", "Pipelines.Delivery.Releases.*", "Pipelines.Delivery.Stages.*", "Pipelines.Delivery.Planning.*"],
        },
        new("Pipelines.Delivery.Execution.*")
        {
            Assembly = Delivery,
            MayUse =
            [
                "Pipelines", "Pipelines.Delivery.Releases.*", "Pipelines.Delivery.Stages.*", "Pipelines.Delivery.Planning.*",
                "Pipelines.Delivery.Analysis.*", "Pipelines.Delivery.Ledger.*", "Pipelines.Delivery.Platforms",
            ],
            MustNotTouch = ["System.Console"],
        },
        new("Pipelines.Delivery.Reporting.*")
        {
            Assembly = Delivery,
            MayUse = ["Pipelines", "Pipelines.Delivery.Ledger.*", "Pipelines.Delivery.Releases.*"],
            MustNotTouch = [.. Platform.Files, .. Platform.Network, .. Platform.Processes, "System.Console"],
        },
    ];

    /// <summary>Rooms that stand in the table before they stand in the code; a room that is built leaves this list.</summary>
    public static ImmutableArray<string> NotBuiltYet { get; } =
    [
        "Pipelines.Ci",
        "Pipelines.Ci.GitHub.*",
        "Pipelines.Ci.GitLab.*",
        "Pipelines.Delivery.Platforms.Docker.*",
        "Pipelines.Delivery.Platforms.Kubernetes.*",
    ];
}
