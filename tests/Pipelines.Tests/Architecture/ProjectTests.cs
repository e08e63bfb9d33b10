using System.Xml.Linq;
using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Architecture;

[TestFixture]
public sealed class ProjectTests
{
    // build -> pipelines -> src; inside src only Delivery and Forges -> Pipelines. Tests see everything.
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["build/Build"] = ["pipelines/Pipelines.Targets.Delivery", "pipelines/Pipelines.Targets.DotNet", "src/Pipelines.Analyzers as a program"],
        ["pipelines/Pipelines.Nuke"] = ["src/Pipelines", "src/Pipelines.Analyzers as a program"],
        ["pipelines/Pipelines.Targets.DotNet"] = ["src/Pipelines", "src/Pipelines.Analyzers as a program"],
        ["pipelines/Pipelines.Targets.Delivery"] = ["src/Pipelines", "src/Pipelines.Delivery", "src/Pipelines.Forges", "src/Pipelines.Analyzers as a program"],
        ["src/Pipelines"] = ["src/Pipelines.Analyzers as a program", "src/Pipelines.CodeFixes as a program"],
        ["src/Pipelines.Analyzers"] = [],
        ["src/Pipelines.CodeFixes"] = ["src/Pipelines.Analyzers"],
        ["src/Pipelines.Delivery"] = ["src/Pipelines", "src/Pipelines.Agent as a program"],
        ["src/Pipelines.Forges"] = ["src/Pipelines"],
        ["src/Pipelines.Agent"] = [],
        ["src/Sample.Storefront"] = [],
    };

    [Test]
    public void Projects_refer_to_each_other_along_the_allowed_arrows_only()
    {
        var forbidden = Sources.Projects.Where(file => !file.StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(file => References(file).Select(reference => (From: Name(file), To: reference)))
            .Where(arrow => !Arrows[arrow.From].Contains(arrow.To, StringComparer.Ordinal));

        forbidden.ShouldBeEmpty();
    }

    [Test]
    public void Every_project_stands_in_the_table_of_arrows()
    {
        var projects = Sources.Projects.Where(file => !file.StartsWith("tests/", StringComparison.Ordinal)).Select(Name);

        projects.ShouldBe(Arrows.Keys, ignoreOrder: true);
    }

    [Test]
    public void Every_project_is_part_of_the_solution()
    {
        var solution = File.ReadAllText(Repository.Root / "Pipelines.sln").Replace('\\', '/');

        var missing = Sources.Projects.Where(file => !solution.Contains($"\"{file}\"", StringComparison.Ordinal));

        missing.ShouldBeEmpty();
    }

    [Test]
    public void Versions_of_packages_stand_in_one_file_and_every_project_has_its_lock_file()
    {
        var versioned = Sources.Projects.Where(file => Load(file).Descendants("PackageReference").Any(package => package.Attribute("Version") is not null));
        var unlocked = Sources.Projects.Where(file => !File.Exists(Repository.Root / file / "../packages.lock.json"));

        versioned.Concat(unlocked).ShouldBeEmpty();
    }

    private static XDocument Load(string file) => XDocument.Load(Repository.Root / file);

    private static IEnumerable<string> References(string file) => Load(file).Descendants("ProjectReference")
        .Select(reference => Name(Target(file, reference)) + ((string?)reference.Attribute("ReferenceOutputAssembly") == "false" ? " as a program" : ""));

    private static string Target(string file, XElement reference) =>
        Path.GetRelativePath(Repository.Root, Repository.Root / file / ".." / reference.Attribute("Include")!.Value).Replace('\\', '/');

    /// <summary>A project by the folder above its own and its name; the build's folder is the upper one.</summary>
    private static string Name(string file)
    {
        var parts = file.Split('/');
        return $"{parts[0]}/{Path.GetFileNameWithoutExtension(file)}";
    }
}
