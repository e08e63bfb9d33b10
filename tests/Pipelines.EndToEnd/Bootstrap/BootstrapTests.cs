using System.Runtime.Versioning;
using NUnit.Framework;
using Pipelines.Testing;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.EndToEnd.Bootstrap;

/// <summary>The script alone, with a fake SDK.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[UnsupportedOSPlatform("windows")]
public sealed class BootstrapTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ScratchFolder _folder = new();
    private readonly ScratchFolder _root = new();
    private readonly FakeSdk _sdk;

    public BootstrapTests()
    {
        _sdk = new(_folder);
        File.Copy(Repository.Root / "build.sh", _root / "build.sh");
        File.Copy(Repository.Root / "global.json", _root / "global.json");
        _root.Write("Directory.Build.props", "<Project />");
        _root.Write("build/Build.cs", "1");
        _root.Write("build/obj/x.cs", "1");
        _root.Write("pipelines/deep/folder/Lint.cs", "1");
        _root.Write("src/Pipelines/Engine.cs", "1");
        _root.Write("src/Sample.Storefront/Page.cs", "1");
    }

    public void Dispose()
    {
        _folder.Dispose();
        _root.Dispose();
    }

    [Test]
    public async Task The_first_run_compiles_and_the_next_starts_no_compiler()
    {
        var first = await RunAsync("Compile", "--name=a b", "");
        var second = await RunAsync("Test");

        first.Output.ShouldBe(["built: Compile --name=a b "]);
        first.Error.ShouldBe(["Compiling the build..."]);
        second.Output.ShouldBe(["built: Test"]);
        second.Error.ShouldBeEmpty();
        _sdk.Calls.Select(call => Path.GetFileName(call)).ShouldBe(["--version", "msbuild", "Build.dll", "Build.dll"]);
    }

    [TestCase("build/New.cs", null)]
    [TestCase("build/Build.cs", "22")]
    [TestCase("pipelines/deep/folder/Lint.cs", "2")]
    [TestCase("Directory.Build.props", "<Project></Project>")]
    [TestCase("global.json", """{ "sdk": { "version": "10.0.101" } }""")]
    public async Task A_new_or_edited_source_is_noticed(string file, string? text)
    {
        await RunAsync();
        _root.Write(file, text ?? "");

        await RunAsync();

        _sdk.Compiles.ShouldBe(2);
    }

    [Test]
    public async Task A_renamed_and_a_deleted_source_are_noticed()
    {
        await RunAsync();
        File.Move(_root / "src/Pipelines/Engine.cs", _root / "src/Pipelines/Motor.cs");
        await RunAsync();
        File.Delete(_root / "src/Pipelines/Motor.cs");

        await RunAsync();

        _sdk.Compiles.ShouldBe(3);
    }

    [TestCase("src/Sample.Storefront/Page.cs")]
    [TestCase("build/obj/x.cs")]
    [TestCase("README.md")]
    public async Task What_is_no_source_of_the_build_is_not_compiled(string file)
    {
        await RunAsync();
        _root.Write(file, "changed");

        await RunAsync();

        _sdk.Compiles.ShouldBe(1);
    }

    [Test]
    public async Task Machine_code_is_started_where_the_compile_made_some_and_never_what_an_earlier_one_left()
    {
        _folder.Write("machine-code", "echo machine code");

        var first = await RunAsync();
        File.Delete(_folder / "machine-code");
        _root.Write("build/Build.cs", "22");
        var second = await RunAsync("x");

        first.Output.ShouldBe(["machine code"]);
        second.Output.ShouldBe(["built: x"]);
    }

    [Test]
    public async Task The_exit_code_reaches_the_caller()
    {
        _sdk.Program("exit 6");

        (await RunAsync()).ExitCode.ShouldBe(6);
        (await RunAsync()).ExitCode.ShouldBe(6);
    }

    [TestCase("TERM")]
    [TestCase("INT")]
    public async Task A_signal_reaches_the_build_itself(string signal)
    {
        _sdk.Program($"trap 'echo got {signal}; exit 130' {signal}; echo $$ >'{_folder}/pid'; while :; do sleep 0.1; done");
        var running = RunAsync();
        await ExistsAsync("pid");

        await ShellAsync($"kill -{signal} $(cat '{_folder}/pid')");

        var result = await running.WaitAsync(Patience);
        result.ExitCode.ShouldBe(130);
        result.Output.ShouldBe([$"got {signal}"]);
    }

    [Test]
    public async Task The_process_of_the_script_becomes_the_build()
    {
        _sdk.Program("echo $$");

        var result = await ShellAsync($"'{_root}/build.sh' & echo $!; wait");

        result.Output.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
    }

    [Test]
    public async Task A_failed_compile_shows_the_compilers_errors_and_leaves_nothing_to_start()
    {
        _folder.Write("broken", "");

        var failed = await RunAsync();

        failed.ExitCode.ShouldBe(ExitCodes.Invalid);
        failed.Output.ShouldBeEmpty();
        failed.Error.ShouldBe(["Compiling the build...", "Build.cs(1,1): error CS1002: ; expected", "The build does not compile; the errors are above."]);

        File.Delete(_folder / "broken");

        (await RunAsync()).ExitCode.ShouldBe(ExitCodes.Success);
    }

    [Test]
    public async Task Of_several_runs_at_once_one_compiles_and_the_others_wait_for_it()
    {
        _folder.Write("slow", "");

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync("x")));

        results.ShouldAllBe(result => result.ExitCode == 0 && string.Join(" ", result.Output) == "built: x");
        results.Count(result => result.Error.Any(line => line.StartsWith("Waiting for process", StringComparison.Ordinal))).ShouldBe(3);
        _sdk.Compiles.ShouldBe(1);
    }

    [Test]
    public async Task A_running_build_keeps_its_program_while_others_compile_new_ones()
    {
        _sdk.Program($"echo $$ >'{_folder}/pid'; while [ ! -e '{_folder}/go' ]; do sleep 0.1; done; test -e \"$0\" && echo still there");
        var running = RunAsync();
        await ExistsAsync("pid");
        _sdk.Program("echo new");

        for (var change = 0; change < 5; change++)
        {
            _root.Write("build/Build.cs", new string('x', change + 10));
            (await RunAsync()).Output.ShouldBe(["new"]);
        }

        _folder.Write("go", "");

        (await running.WaitAsync(Patience)).Output.ShouldBe(["still there"]);
        Directory.GetDirectories(_root / ".nuke/temp/bootstrap").Count(folder => !folder.EndsWith("artifacts", StringComparison.Ordinal)).ShouldBe(4);
    }

    [Test]
    public async Task A_lock_whose_owner_was_killed_is_broken()
    {
        _folder.Write("stuck", "");
        var running = RunAsync();
        await ExistsAsync("compiling");
        await ShellAsync($"kill -9 $(cat '{_root}/.nuke/temp/bootstrap/lock')");
        File.Delete(_folder / "stuck");

        var next = await RunAsync("x").WaitAsync(Patience);

        next.Output.ShouldBe(["built: x"]);
        (await running).ExitCode.ShouldNotBe(0);
        File.Exists(_root / ".nuke/temp/bootstrap/lock").ShouldBeFalse();
    }

    [Test]
    public async Task A_signal_while_compiling_ends_the_compiler_and_frees_the_lock()
    {
        _folder.Write("stuck", "");
        var running = RunAsync();
        await ExistsAsync("compiling");

        await ShellAsync($"kill -TERM $(cat '{_root}/.nuke/temp/bootstrap/lock')");

        (await running.WaitAsync(Patience)).ExitCode.ShouldBe(143);
        File.Exists(_root / ".nuke/temp/bootstrap/lock").ShouldBeFalse();
    }

    [Test]
    public async Task Without_an_SDK_it_says_what_is_needed_and_how_to_get_it()
    {
        var command = Command.Of("/bin/sh", _root / "build.sh").WithVariable("PATH", "/nowhere").WithVariable("HOME", _root.Path).WithVariable("DOTNET_ROOT", null);

        var result = await Runner().RunAsync(command with { SuccessCodes = [] }, CancellationToken.None);

        result.ExitCode.ShouldBe(ExitCodes.Invalid);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldBe([
            "The .NET SDK was not found: no dotnet on the PATH, in DOTNET_ROOT or in ~/.dotnet.",
            "Needed: SDK 10.0.100 or a later one of the same major version (global.json).",
            "Install it from https://dot.net/download, or without root rights:",
            "  curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0",
        ]);
    }

    [Test]
    public async Task An_SDK_that_is_too_old_is_named()
    {
        _folder.Write("too-old", "");

        var result = await RunAsync();

        result.ExitCode.ShouldBe(ExitCodes.Invalid);
        result.Error[..2].ShouldBe(["No installed .NET SDK is new enough. Found:", "  8.0.100 [/sdk]"]);
    }

    private Task<CommandResult> RunAsync(params string[] arguments) => Runner().RunAsync(WithSdk(Command.Of(_root / "build.sh", arguments)), CancellationToken.None);

    private Task<CommandResult> ShellAsync(string script) => Runner().RunAsync(WithSdk(Command.Of("sh", "-c", script)), CancellationToken.None);

    private Command WithSdk(Command command) => (command with { SuccessCodes = [], Quiet = true })
        .WithVariable("PATH", $"{_sdk.Folder}:/usr/bin:/bin").WithVariable("HOME", _folder.Path).WithVariable("DOTNET_ROOT", null);

    private Task ExistsAsync(string file) =>
        Eventually.HoldsAsync($"the file {file}", _ => Task.FromResult(File.Exists(_folder / file)), Patience, TimeProvider.System);

    private ProcessRunner Runner() => new(_root.Path, TimeProvider.System);
}
