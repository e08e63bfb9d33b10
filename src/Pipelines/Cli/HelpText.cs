using System.Collections;
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
        preparation.Values.Of(parameter)?.ToString() is { } given ? $"[{given}]" : Default(preparation.Build, parameter));

    private static string? Default(PipelineBuild build, ParameterDeclaration parameter)
    {
        var kept = parameter.Members.Select(member => MemberValue.Kept(build, member)).FirstOrDefault(value => value is not null);
        var shown = parameter.IsSecret ? "***" : kept switch
        {
            string text => text,
            IFormattable or bool or AbsolutePath => FormattableString.Invariant($"{kept}"),
            IEnumerable items => string.Join(' ', items.Cast<object?>()),
            _ => "",
        };
        return kept is null || shown.Length == 0 ? null : $"[{shown}]";
    }

    private static string Join(params string?[] parts) => string.Join("  ", parts.Where(part => !string.IsNullOrEmpty(part)));
}
