using System.Collections.Immutable;

namespace Pipelines.Ci.Rehearsals;

/// <summary>Values that CI puts in when a job runs, as this machine has them.</summary>
internal sealed class RehearsedValues(PlannedWorkflow workflow, RehearsalRequest request)
{
    /// <summary>What the form of the workflow has when nobody changes it.</summary>
    public static string Of(Input input) => input.Default.Length > 0 ? input.Default : input.Options.FirstOrDefault() ?? "";

    /// <summary>Environment variables of a job.</summary>
    /// <param name="job">Whose.</param>
    /// <param name="axes">Values of its matrix.</param>
    public ImmutableSortedDictionary<string, string> Variables(PlannedJob job, ImmutableSortedDictionary<string, string> axes)
    {
        // A server that runs here is where the person says.
        var servers = ServiceVariables.Of(job, _ => "localhost").Select(variable => KeyValuePair.Create(variable.Key, request.Environment.GetValueOrDefault(variable.Key, variable.Value)));
        var own = workflow.Settings.Variables.SetItems(job.Settings.Variables).SetItems(CommandLine.Variables(job));
        return ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, servers).SetItems(own.Select(variable => KeyValuePair.Create(variable.Key, Text(variable.Value, axes))));
    }

    private string Text(Expr expression, ImmutableSortedDictionary<string, string> axes) => string.Concat(ExprText.Parts(expression).Select(part => part switch
    {
        Expr.Literal literal => literal.Text,
        Expr.Known { Fact: CiFact.Commit } => request.Commit,
        Expr.Known { Fact: CiFact.Branch } => request.Branch,
        Expr.Known { Fact: CiFact.BranchSlug } => JobName.Of(request.Branch),
        Expr.InputValue input => workflow.Inputs.FirstOrDefault(other => other.Name == input.Name) is { } known ? Of(known) : "",
        Expr.SecretValue secret => request.Environment.GetValueOrDefault(secret.Name, ""),
        Expr.VariableValue variable => request.Environment.GetValueOrDefault(variable.Name, ""),
        Expr.AxisValue axis => axes.GetValueOrDefault(axis.Name, ""),
        _ => "",
    }));
}
