using System.Runtime.Versioning;
using NUnit.Framework;
using Pipelines.Testing;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.Tests.Cli;

[TestFixture]
public sealed class LoadedAssembliesTests
{
    /// <summary>A program that stands in for the SDK and keeps what the build that starts it has loaded.</summary>
    private const string Dotnet = """
        #!/bin/sh
        cat "/proc/$PPID/maps" > "$MAPS"
        mkdir -p src/obj
        touch src/obj/project.assets.json src/obj/shop.csproj.nuget.g.props
        """;

    [Test]
    [UnsupportedOSPlatform("windows")]
    public async Task A_run_whose_traces_nobody_collects_loads_no_library_for_them()
    {
        var loaded = await LoadedAsync(endpoint: null);

        loaded.Contains("Pipelines.dll").ShouldBeTrue();
        foreach (var library in new[] { "OpenTelemetry", "Microsoft.Extensions.Configuration", "System.Net.Http", "Spectre.Console", "Polly", "Pipelines.Forges" })
        {
            loaded.ShouldNotContain(name => name.StartsWith(library, StringComparison.Ordinal), library);
        }
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    public async Task With_an_endpoint_they_are_loaded()
    {
        var loaded = await LoadedAsync($"http://127.0.0.1:{FreePort.Next()}");

        loaded.Contains("OpenTelemetry.dll").ShouldBeTrue();
        loaded.Contains("OpenTelemetry.Exporter.OpenTelemetryProtocol.dll").ShouldBeTrue();
    }

    [UnsupportedOSPlatform("windows")]
    private static async Task<HashSet<string>> LoadedAsync(string? endpoint)
    {
        Needs.Program("cat", "coreutils");
        using var folder = new ScratchFolder();
        folder.Write(".nuke/parameters.json", "{}");
        folder.Write("Shop.sln", "");
        folder.Write("src/Shop.cs", "");
        var fake = folder.Write("bin/dotnet", Dotnet);
        File.SetUnixFileMode(fake, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var maps = folder / "maps";
        // Its own folder, as what tests bring along is not what a build brings along.
        var build = Path.Combine(AppContext.BaseDirectory, "../../Build", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "Build.dll");
        var command = Command.Of(Environment.ProcessPath!, build, "Restore", "--root", folder.Path)
            .WithVariable("PATH", $"{fake.Parent}:/usr/bin:/bin")
            .WithVariable("MAPS", maps)
            .WithVariable("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint);

        await new ProcessRunner(folder.Path, TimeProvider.System).RunAsync(command, CancellationToken.None);

        return [.. (await File.ReadAllLinesAsync(maps)).Select(Path.GetFileName).OfType<string>().Where(name => name.EndsWith(".dll", StringComparison.Ordinal))];
    }
}
