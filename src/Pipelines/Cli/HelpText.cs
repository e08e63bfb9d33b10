using System.Text;
using Pipelines.Graph;
using Pipelines.Parameters;

namespace Pipelines.Cli;

/// <summary>What a build offers: targets, parameters with their values, options of the engine.</summary>
internal static class HelpText
{
    public static string Write(Preparation preparation)
    {
        var text = new StringBuilder("Usage: ./build.sh [TARGET...] [--option [VALUE...]]\n");
        Section(text, "Targets", preparation.Graph.Targets.Where(target => target.Listed).Select(target => new HelpLine(Name(target), Explain(target))));
        Section(text, "Parameters", preparation.Parameters.Select(parameter => new HelpLine(Name(parameter), Explain(preparation, parameter))));
        Section(text, "Options", EngineOption.All.Select(option => new HelpLine($"{option.Name} {option.Value}".TrimEnd(), option.Description)));
        Section(text, "Commands", preparation.Parameters.Any(parameter => parameter.IsSecret) ? [new("Secrets", "Keep secret parameters encrypted in .nuke/parameters[.NAME].json, see ./build.sh Secrets --help")] : []);
        text.Append("\nThe value of --api-key is the option's, else of API_KEY or NUKE_API_KEY in the environment, else of the last profile with \"ApiKey\",\nelse of .nuke/parameters.json, else what the build class says (default).\n");
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IEnumerable<HelpLine> lines)
    {
        var entries = lines.ToArray();
        if (entries.Length == 0)
        {
            return;
        }
        text.Append('\n').Append(title).Append('\n');
        var width = entries.Max(entry => entry.Name.Length);
        foreach (var entry in entries)
        {
            text.Append("  ").Append($"{entry.Name.PadRight(width)}  {entry.Explanation}".TrimEnd()).Append('\n');
        }
    }

    private static string Name(TargetNode target) => target.IsDefault ? $"{target.Name} (default)" : target.Name;

    private static string Explain(TargetNode target) => Join(
        target.Description,
        target.Dependencies.IsEmpty ? null : $"-> {string.Join(", ", target.Dependencies)}");

    private static string Name(ParameterDeclaration parameter) => $"{parameter.Option} {Value(parameter)}".TrimEnd();

    private static string Value(ParameterDeclaration parameter) =>
        parameter.Type.Element.AllowedValues.IsEmpty ? $"<{parameter.Type.Name}>" : string.Join('|', parameter.Type.Element.AllowedValues);

    private static string Explain(Preparation preparation, ParameterDeclaration parameter) => Join(
        parameter.Description,
        parameter.IsRequired ? "(required)" : null,
        preparation.Values.Describe(parameter) is { } given ? $"[{given}]" : Default(preparation.Build, parameter));

    private static string? Default(PipelineBuild build, ParameterDeclaration parameter)
    {
        var value = parameter.Members.Select(member => MemberValue.Kept(build, member) ?? MemberValue.Computed(build, member)).FirstOrDefault(value => value is not null);
        if (parameter.IsRequired && ParameterValues.IsNone(value))
        {
            return null;
        }
        var shown = value is not null && parameter.IsSecret ? "***" : ValueText.Of(value);
        return shown.Length == 0 ? null : $"[{shown} (default)]";
    }

    private static string Join(params string?[] parts) => string.Join("  ", parts.Where(part => !string.IsNullOrEmpty(part)));
}
