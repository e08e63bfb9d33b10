using System.Runtime.Versioning;
using NUnit.Framework;
using Pipelines.Testing;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.Tests.Tools;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ProcessRunnerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ScratchFolder _root = new();

    public void Dispose() => _root.Dispose();

    [Test]
    public async Task Arguments_arrive_as_they_are_without_quoting()
    {
        string[] words = ["a b", "\"", "'", "$HOME", "*", "", "\\", "ü\n2", "--x=;&|"];

        var result = await Runner().RunAsync(Shell("for word in \"$@\"; do printf '%s\\0' \"$word\"; done").With(words), CancellationToken.None);

        string.Join('\n', result.Output).ShouldBe(string.Concat(words.Select(word => word + "\0")));
    }

    [Test]
    public async Task Both_streams_are_kept_and_passed_on_line_by_line()
    {
        var lines = new List<OutputLine>();
        var runner = new ProcessRunner(_root.Path, TimeProvider.System) { Output = lines.Add };

        var result = await runner.RunAsync(Shell("echo one; echo two >&2; echo three"), CancellationToken.None);

        result.Output.ShouldBe(["one", "three"]);
        result.Error.ShouldBe(["two"]);
        lines.ShouldBe([new("one", false), new("two", true), new("three", false)], ignoreOrder: true);
    }

    [Test]
    public async Task Input_is_read_by_the_program_and_ends()
    {
        var text = new string('x', 1_000_000);

        var result = await Runner().RunAsync(Shell("cat") with { Input = text }, CancellationToken.None);

        result.Output.ShouldBe([text]);
        (await Runner().RunAsync(Shell("true") with { Input = text }, CancellationToken.None)).ExitCode.ShouldBe(0);
        (await Runner().RunAsync(Shell("cat"), CancellationToken.None)).Output.ShouldBeEmpty();
    }

    [Test]
    public async Task Secrets_of_a_command_reach_the_program_and_no_text_of_the_command()
    {
        var secret = new Secret("hunter2-hunter2");
        var command = Shell("cat; echo $KEY").WithInput(secret).WithSecretVariable("KEY", secret);

        (await Runner().RunAsync(command, CancellationToken.None)).Output.ShouldBe(["hunter2-hunter2hunter2-hunter2"]);
        DotNet.NuGetPush("x.nupkg", new() { ApiKey = secret }).ToString().ShouldBe("dotnet nuget push x.nupkg --api-key ***");
        Docker.Login("registry", "user", secret).ToString().ShouldBe("docker login --username user --password-stdin registry");
    }

    [Test]
    public async Task A_quiet_command_keeps_its_lines_to_itself()
    {
        var lines = new List<OutputLine>();
        var runner = new ProcessRunner(_root.Path, TimeProvider.System) { Output = lines.Add };

        var result = await runner.RunAsync(Shell("echo one") with { Quiet = true }, CancellationToken.None);

        result.Output.ShouldBe(["one"]);
        lines.ShouldBeEmpty();
    }

    [Test]
    public async Task A_wrong_exit_code_is_a_failure_with_the_last_words_and_no_secret()
    {
        var runner = new ProcessRunner(_root.Path, TimeProvider.System) { Mask = text => text.Replace("hunter2", "***", StringComparison.Ordinal) };

        var failure = await Should.ThrowAsync<TargetFailedException>(() => runner.RunAsync(Shell("echo 'no hunter2 here' >&2; exit 3").With("--key=hunter2"), CancellationToken.None));

        failure.Message.ShouldContain("ended with exit code 3. It said last:\n  no *** here");
        failure.Message.ShouldContain($"run it in {_root}");
        failure.Message.ShouldNotContain("hunter2");
    }

    [Test]
    public async Task Other_exit_codes_can_be_success()
    {
        var result = await Runner().RunAsync(Shell("exit 3") with { SuccessCodes = [0, 3] }, CancellationToken.None);

        result.ExitCode.ShouldBe(3);
    }

    [TestCase("no-such-program", "Program 'no-such-program' was not found on the PATH. Install it, or add its folder to the PATH.")]
    [TestCase("./no-such-program", "Program './no-such-program' does not exist or may not be executed.")]
    public async Task A_missing_program_is_named(string program, string message)
    {
        var failure = await Should.ThrowAsync<TargetFailedException>(() => Runner().RunAsync(Command.Of(program), CancellationToken.None));

        failure.Message.ShouldBe(message);
    }

    [Test]
    public async Task A_missing_tool_that_is_known_comes_with_its_install_hint()
    {
        var command = Command.Of("docker", "ps").WithVariable("PATH", _root.Path);

        var failure = await Should.ThrowAsync<TargetFailedException>(() => Runner().RunAsync(command, CancellationToken.None));

        failure.Message.ShouldContain("apt-get install docker.io");
    }

    [Test]
    public async Task A_missing_folder_is_named()
    {
        var failure = await Should.ThrowAsync<TargetFailedException>(() => Runner().RunAsync(Shell("true") with { WorkingDirectory = _root / "gone" }, CancellationToken.None));

        failure.Message.ShouldContain($"{_root / "gone"}: the folder does not exist");
    }

    [Test]
    public async Task Cancellation_kills_the_whole_tree()
    {
        using var cancellation = new CancellationTokenSource();
        var running = Runner().RunAsync(Shell("sleep 300 & echo $! > child; echo $$ > parent; wait"), cancellation.Token);
        await Eventually.HoldsAsync("the program to start", _ => Task.FromResult(new FileInfo(_root / "parent") is { Exists: true, Length: > 0 }), Patience, TimeProvider.System);

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
        await Eventually.HoldsAsync("both to end", _ => Task.FromResult(!Lives("child") && !Lives("parent")), Patience, TimeProvider.System);
    }

    [Test]
    [Platform("Linux", Reason = "skipped: needs /proc")]
    public async Task Cancellation_kills_also_what_no_tree_leads_to()
    {
        using var cancellation = new CancellationTokenSource();
        var running = Runner().RunAsync(Shell("(sleep 300 & echo $! > child); echo $$ > parent; sleep 300"), cancellation.Token);
        await Eventually.HoldsAsync("the program to start", _ => Task.FromResult(new FileInfo(_root / "parent") is { Exists: true, Length: > 0 }), Patience, TimeProvider.System);

        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => running);
        await Eventually.HoldsAsync("both to end", _ => Task.FromResult(!Lives("child") && !Lives("parent")), Patience, TimeProvider.System);
    }

    [Test]
    public async Task A_command_over_its_limit_is_stopped_and_says_so()
    {
        var failure = await Should.ThrowAsync<TargetFailedException>(() =>
            Runner().RunAsync(Shell("echo waiting; sleep 300") with { Timeout = TimeSpan.FromMilliseconds(300) }, CancellationToken.None));

        failure.Message.ShouldContain("was stopped after its limit of 0:00:00.3, with all its child processes. It said last:\n  waiting");
    }

    [Test]
    public async Task A_program_left_behind_with_our_streams_does_not_hold_us()
    {
        var result = await Runner().RunAsync(Shell("sleep 60 & echo $! > child; echo done"), CancellationToken.None).WaitAsync(Patience);

        result.Output.ShouldBe(["done"]);
        await Runner().RunAsync(Shell("kill $(cat child)"), CancellationToken.None);
    }

    [Test]
    public async Task A_large_output_arrives_whole()
    {
        var result = await Runner().RunAsync(Shell("i=0; while [ $i -lt 20000 ]; do echo line $i; i=$((i+1)); done") with { Quiet = true }, CancellationToken.None);

        result.Output.Length.ShouldBe(20000);
        result.Output[^1].ShouldBe("line 19999");
    }

    [Test]
    public async Task A_program_that_asks_gets_the_end_of_input()
    {
        var result = await Runner().RunAsync(Shell("read answer || echo nobody"), CancellationToken.None).WaitAsync(Patience);

        result.Output.ShouldBe(["nobody"]);
    }

    [Test]
    public async Task Variables_of_the_command_win_and_those_of_the_dotnet_host_are_gone()
    {
        var runner = new ProcessRunner(_root.Path, TimeProvider.System)
        {
            Environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["PATH"] = System.Environment.GetEnvironmentVariable("PATH")!,
                ["MSBuildSDKsPath"] = "/sdk",
                ["KEPT"] = "kept",
                ["REMOVED"] = "x",
                ["CHANGED"] = "before",
            },
        };

        var result = await runner.RunAsync(Command.Of("env").WithVariable("REMOVED", null).WithVariable("CHANGED", "after"), CancellationToken.None);

        result.Output.Where(line => !line.StartsWith("PATH=", StringComparison.Ordinal) && !line.StartsWith("PIPELINES_COMMAND=", StringComparison.Ordinal)).ShouldBe(["KEPT=kept", "CHANGED=after"], ignoreOrder: true);
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    public async Task A_detached_program_has_its_own_session_and_a_private_log()
    {
        var id = await Runner().StartDetachedAsync(Shell("echo \"$1\"; sleep 300").With("a b"), _root / "logs/agent.log", CancellationToken.None);

        await Eventually.HoldsAsync("its log", async token => await File.ReadAllTextAsync(_root / "logs/agent.log", token) == "a b\n", Patience, TimeProvider.System);
        var sessions = await Runner().RunAsync(Command.Of("ps", "-o", "sid=", "-p", $"{id}"), CancellationToken.None);
        await Runner().RunAsync(Shell($"kill -- -{id}"), CancellationToken.None);

        sessions.Output[0].Trim().ShouldBe($"{id}");
        File.GetUnixFileMode(_root / "logs/agent.log").ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static Command Shell(string script) => Command.Of("sh", "-c", script, "sh");

    private ProcessRunner Runner() => new(_root.Path, TimeProvider.System);

    // A killed process of which nobody asked the exit code is a zombie, which counts as gone.
    private bool Lives(string file)
    {
        var stat = $"/proc/{File.ReadAllText(_root / file).Trim()}/stat";
        return File.Exists(stat) && !File.ReadAllText(stat).Contains(") Z ", StringComparison.Ordinal);
    }
}
