using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;
using Shouldly;

namespace Pipelines.Tests.Architecture;

/// <summary>A repository that everyone clones says nothing of the machine that it was written on.</summary>
[TestFixture]
public sealed partial class PlaceTests
{
    private static readonly string[] TextFiles =
        [".cs", ".csproj", ".props", ".targets", ".json", ".md", ".sh", ".cmd", ".yml", ".yaml", ".txt", ".sln", ".config", ".editorconfig", "run"];

    [Test]
    public void No_file_names_a_folder_of_a_machine()
    {
        var found = Lines().Where(line => MachinePath().IsMatch(line.Text));

        found.ShouldBeEmpty();
    }

    [Test]
    public void No_file_names_the_package_source_of_this_machine()
    {
        var hosts = PackageSources().Where(host => !host.EndsWith("nuget.org", StringComparison.Ordinal)).ToList();

        var found = Lines().Where(line => hosts.Exists(host => line.Text.Contains(host, StringComparison.OrdinalIgnoreCase)));

        found.ShouldBeEmpty();
    }

    private static IEnumerable<(string File, string Text)> Lines() => Sources.Files
        .Where(file => TextFiles.Any(end => file.EndsWith(end, StringComparison.Ordinal)))
        .SelectMany(file => Sources.Lines(file).Select(line => (file, line)));

    private static IEnumerable<string> PackageSources()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] files = [Path.Combine(home, ".nuget/NuGet/NuGet.Config"), Path.Combine(home, ".config/NuGet/NuGet.Config")];

        return files.Where(File.Exists)
            .SelectMany(file => XDocument.Load(file).Descendants("packageSources").Elements("add"))
            .Select(source => Uri.TryCreate((string?)source.Attribute("value"), UriKind.Absolute, out var uri) ? uri.Host : "")
            .Where(host => host.Length > 0);
    }

    [GeneratedRegex(@"(?<![\w.$}\-/])/(home|Users|root|work)/[A-Za-z]|[A-Z]:\\Users\\", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MachinePath();
}
