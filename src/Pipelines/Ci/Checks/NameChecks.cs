using System.Collections.Immutable;

namespace Pipelines.Ci.Checks;

/// <summary>Names that authors give to what jobs read and see.</summary>
internal static class NameChecks
{
    // GitHub keeps them for itself in a matrix.
    private static readonly ImmutableArray<string> NoAxes = ["include", "exclude"];

    public static IEnumerable<CiFinding> Of(Checked plan) =>
    [
        .. plan.Plan.Workflows.SelectMany(workflow => Variables(workflow.Settings.Variables.Keys.Concat(workflow.Settings.Variables.Values.SelectMany(Read)), workflow.Name)),
        .. plan.Jobs.SelectMany(entry => Job(entry.Job.Settings, entry.Subject)),
    ];

    private static IEnumerable<CiFinding> Job(Job job, string subject)
    {
        var values = job.Variables.Values.Concat(job.Arguments.Values).Concat(job.Deployment is { } place ? [place.Environment, place.Url ?? ""] : []);
        var names = job.Variables.Keys.Concat(job.Secrets).Concat(values.SelectMany(Read)).Concat(Conditions.Of(job.When).OfType<Condition.VariableIs>().Select(variable => variable.Name))
            .Concat(job.Services.SelectMany(service => service.Variables.Keys.Concat(service.Login.Keys))).Concat(job.IdentityToken is { } token ? [token.Variable] : []);
        foreach (var finding in Variables(names, subject))
        {
            yield return finding;
        }
        foreach (var name in (job.Matrix?.Axes ?? []).Select(axis => axis.Name).Where(name => !IsWord(name, dashes: true) || NoAxes.Contains(name, StringComparer.Ordinal)))
        {
            yield return CiRule.Word.At(subject, $"'{name}' is no name of an axis. Use letters, digits, dashes and underscores, and not {string.Join(" or ", NoAxes)}.");
        }
        foreach (var name in job.Services.Select(service => service.Name).Where(name => !IsWord(name, dashes: true)))
        {
            yield return CiRule.Word.At(subject, $"'{name}' is no name of a service. Use letters, digits, dashes and underscores, as it is a host too.");
        }
        foreach (var literal in job.Deployment is { } deployment ? ExprText.Parts(deployment.Environment).OfType<Expr.Literal>().Where(literal => !literal.Text.All(IsOfEnvironment)) : [])
        {
            yield return CiRule.Word.At(subject, $"'{literal.Text}' is no name of an environment. Use letters, digits, spaces, dots, dashes, underscores and slashes.");
        }
    }

    private static IEnumerable<CiFinding> Variables(IEnumerable<string> names, string subject) => names.Where(name => !IsWord(name, dashes: false)).Distinct(StringComparer.Ordinal)
        .Select(name => CiRule.Word.At(subject, $"'{name}' is no name of a variable or secret. Use letters, digits and underscores, beginning with no digit."));

    private static IEnumerable<string> Read(Expr value) => ExprText.Parts(value).Select(part => part switch
    {
        Expr.SecretValue secret => secret.Name,
        Expr.VariableValue variable => variable.Name,
        _ => null,
    }).OfType<string>();

    private static bool IsWord(string name, bool dashes) => name is [var first, ..] && (char.IsAsciiLetter(first) || first == '_')
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_' || (dashes && letter == '-'));

    private static bool IsOfEnvironment(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '.' or '-' or '_' or '/';
}
