using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Pipelines.Targets.DotNet.Testing;
using Pipelines.Tools;

namespace Pipelines.Targets.DotNet.Security;

/// <summary>Asks NuGet's sources what is known against the restored packages.</summary>
/// <remarks>
/// A source without vulnerability data says so only if it is an audit source; from any other, <c>dotnet list package --vulnerable</c>
/// reports "no vulnerable packages" without having looked. Where nobody configured audit sources, the package sources are made so for the
/// one command, by a folder in the place of the machine's NuGet configuration: names and credentials stay those of the user.
/// </remarks>
/// <param name="root">Where the solution is.</param>
/// <param name="temporary">For that folder.</param>
/// <param name="run">Runs a command.</param>
internal sealed partial class PackageAudit(AbsolutePath root, AbsolutePath temporary, Func<Command, CancellationToken, Task<CommandResult>> run)
{
    /// <summary>Audits a restored solution or project.</summary>
    public async Task<PackageFindings> AuditAsync(string solution, CancellationToken cancellationToken)
    {
        var list = Tools.DotNet.ListVulnerable(solution).With("--no-restore") with { Quiet = true, SuccessCodes = [] };
        var sources = await OwnAuditSourcesAsync(cancellationToken);
        if (sources == 0)
        {
            var packageSources = await PackageSourcesAsync(cancellationToken);
            if (packageSources.IsEmpty)
            {
                return new([], ["No package source is enabled."], 0);
            }

            sources = packageSources.Length;
            var folder = temporary / "audit";
            await (folder / "NuGet" / "Config" / "audit.config").WriteAllTextAsync(Configuration(packageSources).ToString(), cancellationToken);
            list = list.WithVariable("NUGET_COMMON_APPLICATION_DATA", folder);
        }

        var result = await run(list, cancellationToken);
        var findings = VulnerabilityText.Read(string.Join('\n', result.Output), root, sources);
        return result.ExitCode == 0 || !findings.NotChecked.IsEmpty
            ? findings
            : findings with { NotChecked = [$"'{list}' ended with exit code {result.ExitCode}: {string.Join(' ', result.Error.DefaultIfEmpty("it does not say why"))}"] };
    }

    private static XDocument Configuration(IEnumerable<(string Name, string Address)> sources) => new(new XElement(
        "configuration",
        new XElement("auditSources", sources.Select(source => new XElement("add", new XAttribute("key", source.Name), new XAttribute("value", source.Address))))));

    private async Task<int> OwnAuditSourcesAsync(CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in (await AskAsync(["nuget", "config", "paths"], cancellationToken)).Select(line => line.Trim()).Where(File.Exists))
        {
            var content = await XmlFile.LoadAsync(AbsolutePath.Parse(path), cancellationToken);
            names.UnionWith(content.Descendants("auditSources").Elements("add").Select(source => (string?)source.Attribute("key") ?? ""));
        }

        return names.Count;
    }

    private async Task<ImmutableArray<(string Name, string Address)>> PackageSourcesAsync(CancellationToken cancellationToken)
    {
        var lines = await AskAsync(["nuget", "list", "source", "--format", "Detailed"], cancellationToken);
        return
        [
            .. lines.Zip(lines.Skip(1))
                .Select(pair => (Match: Enabled().Match(pair.First), Address: pair.Second.Trim()))
                .Where(pair => pair.Match.Success && Uri.TryCreate(pair.Address, UriKind.Absolute, out var address) && !address.IsFile)
                .Select(pair => (pair.Match.Groups["name"].Value, pair.Address)),
        ];
    }

    private async Task<ImmutableArray<string>> AskAsync(string[] words, CancellationToken cancellationToken) =>
        (await run(Command.Of("dotnet", words).WithVariable("DOTNET_CLI_UI_LANGUAGE", "en").WithVariable("DOTNET_NOLOGO", "1") with { Quiet = true, WorkingDirectory = root }, cancellationToken)).Output;

    [GeneratedRegex(@"^\s*\d+\.\s+(?<name>.+) \[Enabled\]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Enabled();
}
