using System.Runtime.Versioning;
using NUnit.Framework;
using Shouldly;

namespace Pipelines.Tests.Execution.Handover;

/// <summary>Jobs of one workflow, each in a working copy of its own, with nothing carried between them but the folder of a job.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class HandoverTests : IDisposable
{
    private readonly Workspace _first = new();
    private readonly Workspace _second = new();

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }

    [Test]
    public async Task A_job_takes_what_an_earlier_one_did_as_done_with_its_result_and_its_files()
    {
        (await _first.RunAsync<RelayBuild>("Bake --job bakery")).Result.ExitCode.ShouldBe(0);
        Carry("bakery");

        var ran = await _second.RunAsync<RelayBuild>("Sell --after bakery");

        ran.Result.ExitCode.ShouldBe(0, ran.Output + ran.Error);
        ran.Result.ResultOf("Sell").ShouldBe("rye, fresh");
        ran.Output.ShouldContain("done by job 'bakery'");
        ran.Output.ShouldNotContain("kneading");
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    public async Task A_program_stays_a_program_on_the_way()
    {
        await _first.RunAsync<RelayBuild>("Bake --job bakery");
        Carry("bakery");

        await _second.RunAsync<RelayBuild>("Sell --after bakery");

        File.GetUnixFileMode(_second.Folder / "loaf/rye.txt").ShouldBe(File.GetUnixFileMode(_first.Folder / "loaf/rye.txt"));
        File.GetUnixFileMode(_second.Folder / "loaf/rye.txt").HasFlag(UnixFileMode.UserExecute).ShouldBeTrue();
    }

    [Test]
    public async Task A_job_whose_folder_did_not_arrive_is_named()
    {
        var ran = await _second.RunAsync<RelayBuild>("Sell --after bakery");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Invalid);
        ran.Error.ShouldContain("job 'bakery' left nothing here: there is no output/jobs/bakery.");
    }

    [Test]
    public async Task A_file_that_did_not_arrive_is_named_with_its_target_and_its_job()
    {
        await _first.RunAsync<RelayBuild>("Bake --job bakery");
        File.Delete(_first.Folder / "output/jobs/bakery/files.tar");
        Carry("bakery");

        var ran = await _second.RunAsync<RelayBuild>("Sell --after bakery");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Invalid);
        ran.Error.ShouldContain("'loaf/rye.txt', which 'Bake' produces in job 'bakery', is not here.");
    }

    [Test]
    public async Task What_a_target_forgot_to_produce_is_found_where_it_is_needed()
    {
        await _first.RunAsync<RelayBuild>("Forget --job bakery");
        Carry("bakery");

        var ran = await _second.RunAsync<RelayBuild>("Remember --after bakery");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Invalid);
        ran.Error.ShouldContain("target 'Forget' produced no file in job 'bakery'");
    }

    [Test]
    public async Task After_a_job_that_failed_nothing_runs()
    {
        (await _first.RunAsync<RelayBuild>("Burn --job bakery")).Result.ExitCode.ShouldBe(ExitCodes.Failed);
        Carry("bakery");

        var ran = await _second.RunAsync<RelayBuild>("Sell --after bakery");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Invalid);
        ran.Error.ShouldContain("job 'bakery' failed, so nothing can be done after it.");
    }

    [Test]
    public async Task A_missing_shard_is_named()
    {
        await _first.RunAsync<RelayBuild>("Bake --job bakery.1of3");
        Carry("bakery.1of3");

        var ran = await _second.RunAsync<RelayBuild>("Sell --after bakery");

        ran.Error.ShouldContain("of the 3 shards of job 'bakery', number 2, 3 left nothing here.");
    }

    [Test]
    public async Task What_stays_in_place_is_done_again()
    {
        await _first.RunAsync<RelayBuild>("Heat --job oven");
        Carry("oven");

        var ran = await _second.RunAsync<RelayBuild>("Toast --after oven");

        ran.Result.ExitCode.ShouldBe(0, ran.Output + ran.Error);
        ran.Result.Targets.Single(outcome => outcome.Name == "Heat").Status.ShouldBe(TargetStatus.Succeeded);
    }

    [Test]
    public async Task A_name_that_leads_elsewhere_is_refused()
    {
        var ran = await _second.RunAsync<RelayBuild>("Sell --after ../../etc");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Invalid);
        ran.Error.ShouldContain("'--after' cannot be '../../etc'");
    }

    private void Carry(string job)
    {
        Directory.CreateDirectory(_second.Folder / "output/jobs");
        foreach (var file in Directory.GetFiles(_first.Folder / "output/jobs" / job))
        {
            Directory.CreateDirectory(_second.Folder / "output/jobs" / job);
            File.Copy(file, _second.Folder / "output/jobs" / job / Path.GetFileName(file));
        }
    }
}
