using Pipelines.Tools;
using Serilog;

namespace Pipelines.Tests.Execution.Caching;

/// <summary>Bakes texts: its targets are remembered in each of the ways there are.</summary>
internal sealed class Bakery : PipelineBuild
{
    [Parameter]
    private readonly string _flavour = "sweet";

    [Parameter]
    private readonly Secret? _recipe = null;

    public Target<Dough> Mix => _ => _
        .Inputs("source/**/*.txt")
        .InputValue("Flavour", () => _flavour)
        .InputValue("Root", () => RootDirectory / "source")
        .Outputs("output/mix/**/*")
        .Executes(run =>
        {
            var files = Directory.GetFiles(RootDirectory / "source", "*.txt", SearchOption.AllDirectories);
            var folder = Directory.CreateDirectory(RootDirectory / "output/mix").FullName;
            foreach (var file in files)
            {
                File.WriteAllText(Path.Combine(folder, Path.GetFileName(file)), $"{_flavour} {File.ReadAllText(file)}");
            }
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(Path.Combine(folder, "a.txt"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
            run.Summary("Files", $"{files.Length}");
            Log.Warning("no salt");
            return new Dough(files.Length, _flavour);
        });

    public Target Bake => _ => _
        .DependsOn(Mix)
        .Inputs("oven.txt")
        .OutputsInPlace("output/bread.txt")
        .Executes(run => File.WriteAllText(RootDirectory / "output/bread.txt", $"{run.Result(Mix).Flavour} bread"));

    public Target Taste => _ => _
        .Inputs("oven.txt")
        .Outputs("output/taste.txt")
        .Executes(run =>
        {
            (RootDirectory / "output").CreateDirectory();
            File.WriteAllText(RootDirectory / "output/taste.txt", "fine");
            run.RunAgain("nobody was there to taste");
        });

    public Target<string> Betray => _ => _
        .InputValue("Recipe", () => _recipe)
        .Executes(run =>
        {
            run.Summary("Recipe", _recipe!.Reveal());
            return "plain";
        });

    public Target<string> Leak => _ => _
        .InputValue("Recipe", () => _recipe)
        .Executes(() => _recipe!.Reveal());

    public Target Sell => _ => _.DependsOn(Bake).Executes(() => Log.Information("sold"));

    internal sealed record Dough(int Files, string Flavour);
}
