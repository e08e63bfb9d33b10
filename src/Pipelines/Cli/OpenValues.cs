using Pipelines.Execution;
using Pipelines.Graph;
using Pipelines.Parameters;

namespace Pipelines.Cli;

/// <summary>Fills what a plan needs and does not have yet: secrets that are kept elsewhere, and required parameters that a person can be asked for.</summary>
/// <param name="preparation">The build, with its values.</param>
/// <param name="plan">What is going to run.</param>
/// <param name="person">Who is asked; null where nobody can be.</param>
/// <param name="mask">Gets every secret before anything else does.</param>
internal sealed class OpenValues(Preparation preparation, ExecutionPlan plan, IInput? person, SecretMask mask)
{
    private const int Tries = 3;
    private readonly ParameterValues _values = preparation.Values;

    /// <summary>Finds and asks; what nobody answers stays open.</summary>
    /// <exception cref="DefinitionException">Secrets cannot be had; the message lists all of them.</exception>
    public async Task FillAsync(CancellationToken cancellationToken)
    {
        if (_values.Waiting.Count > 0)
        {
            await FindSecretsAsync(cancellationToken);
        }
        if (person is null)
        {
            return;
        }
        foreach (var parameter in _values.Missing(preparation.Build).Concat(RequirementCheck.Required(Planned(), _values, missing: true)).Distinct().ToArray())
        {
            await AskAsync(parameter, person, cancellationToken);
        }
    }

    private IEnumerable<TargetNode> Planned() => plan.Targets.Where(target => target.SkipReason is null).Select(target => preparation.Graph[target.Name]);

    private async Task FindSecretsAsync(CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        foreach (var waiting in _values.Waiting.Where(IsNeeded()).ToArray())
        {
            try
            {
                var words = await preparation.Secrets.FindAsync(waiting, mayAsk: true, cancellationToken);
                Give(waiting with { Words = words }, problems);
            }
            catch (DefinitionException exception)
            {
                problems.Add(exception.Message);
            }
        }
        Preparer.Check(problems);
    }

    // Nothing tells what the code of a target reads, but Requires does. A secret that no target requires waits until it is revealed;
    // where its member is plain text it cannot wait, and comes with every run that does more than answer.
    private Func<RawValue, bool> IsNeeded()
    {
        var required = RequirementCheck.Required(Planned(), _values, missing: false).ToHashSet();
        var elsewhere = RequirementCheck.Required(preparation.Graph.Targets, _values, missing: false).ToHashSet();
        var works = Planned().Any(target => !target.IsQuery);
        return waiting => waiting.Parameter.IsRequired
            || required.Contains(waiting.Parameter)
            || (works && !elsewhere.Contains(waiting.Parameter) && waiting.Parameter.Type is not { IsSecret: true, IsCollection: false });
    }

    private async Task AskAsync(ParameterDeclaration parameter, IInput input, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        for (var tries = 0; tries < Tries; tries++)
        {
            var answer = await input.AskAsync(string.Concat(problems.Select(problem => $"{problem}\n").Append(Question(parameter))), parameter.IsSecret, cancellationToken);
            problems.Clear();
            if (string.IsNullOrEmpty(answer))
            {
                return;
            }
            Give(new(parameter, parameter.Type.IsCollection ? ParameterSources.Items(parameter, answer) : [answer], new(ValueSourceKind.Answer, "your answer")), problems);
            if (problems.Count == 0)
            {
                return;
            }
        }
        Preparer.Check(problems);
    }

    private void Give(RawValue raw, List<string> problems)
    {
        if (raw.Parameter.IsSecret)
        {
            foreach (var word in raw.Words)
            {
                mask.Add(word, raw.Parameter.Name);
            }
        }
        if (_values.Give(raw) is { } problem)
        {
            problems.Add(problem);
            return;
        }
        _values.ApplyTo(preparation.Build, raw.Parameter);
    }

    private static string Question(ParameterDeclaration parameter)
    {
        var choices = parameter.Type.Element.AllowedValues;
        var about = parameter.Description is { } description ? $" ({description})" : "";
        return $"{parameter.Name}{about}{(choices.IsEmpty ? "" : $" [{string.Join('|', choices)}]")}{(parameter.IsSecret ? ", not shown" : "")}: ";
    }
}
