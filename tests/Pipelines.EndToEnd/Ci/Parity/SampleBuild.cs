using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Pipelines.Targets.DotNet;
using Pipelines.Tools;
using Serilog;

namespace Pipelines.EndToEnd.Ci.Parity;

/// <summary>
/// The build class of the sample pipeline: build, tests in shards, a matrix behind a condition, two stages, the way back and what mends.
/// Its targets only read and write small files, so that each job is a real run of the engine and takes no time.
/// </summary>
internal sealed class SampleBuild : PipelineBuild, IRehearse
{
    [Parameter("What goes wrong: a target's name, or 'produces', which forgets to hand over what Pack makes")]
    private readonly string _trouble = "nothing";

    [Parameter("Share of the tests that runs")]
    private readonly string _shard = "";

    [Parameter("What the package is tried on")]
    private readonly string _runtime = "";

    [Parameter("Where it is deployed to, or taken back")]
    private readonly string _stage = "";

    [Parameter("The stage that is deployed to when a person says so, which only GitLab's file can say")]
    private readonly string _confirmed = "";

    public Target Check => _ => _.DependsOn(Test);

    public Target SignPackage => _ => _
        .OnlyWhenDynamic(() => File.Exists(RootDirectory / "signing.key"))
        .Executes(() => { });

    public Target<Package> Pack => _ => _
        .Job("build")
        .DependsOn(SignPackage)
        .Produces(_trouble == "produces" ? "output/packages/**" : "output/package/**")
        .Executes(() =>
        {
            var version = File.ReadAllText(RootDirectory / "version.txt").Trim();
            Write("package/app.txt", $"the app {version}");
            Write("package/start.sh", "#!/bin/sh\ncat output/package/app.txt\n");
            Executable(RootDirectory / "output/package/start.sh");
            return new Package(version, Digest());
        });

    public Target Test => _ => _
        .Job(Kept("test") with { Shards = 2 })
        .Splits()
        .DependsOn(Pack)
        .Consumes(Pack)
        .Executes(run => Tell(run, $"share {_shard}", fails: _shard == "2/2"));

    public Target Try => _ => _
        .DependsOn(Pack)
        .Consumes(Pack)
        .Executes(run => Tell(run, $"on {_runtime}", fails: true));

    public Target<string> Deploy => _ => _
        .DependsOn(Pack)
        .Consumes(Pack)
        .Executes(async (run, cancellationToken) =>
        {
            // Only what came over from the other machine is run, with the rights that it had there.
            var answer = await RunAsync(Command.Of(RootDirectory / "output/package/start.sh"), cancellationToken);
            Tell(run, $"{answer.Output[0]} to {_stage}", fails: _trouble.EndsWith($"-{_stage}", StringComparison.Ordinal));
            return $"{run.Result(Pack).Version} is in {_stage}";
        });

    public Target Rollback => _ => _.Executes(() => Write("report/rollback.txt", $"{_stage} is what it was"));

    public Target Recover => _ => _.Executes(() => Write("report/recover.txt", "nothing to recover"));

    public Target<int> AskDatabase => _ => _.Executes(async cancellationToken =>
    {
        static string Said(string name) => Environment.GetEnvironmentVariable($"POSTGRES_{name}") ?? "";
        var question = Command.Of("psql", "--host", Said("HOST"), "--port", Said("PORT"), "--username", Said("USER"), "--dbname", Said("DB"), "--no-align", "--tuples-only", "--command", "select 41 + 1");
        var answer = await RunAsync(question.WithVariable("PGPASSWORD", Said("PASSWORD")), cancellationToken);
        Write("report/database.txt", answer.Output[0]);
        return int.Parse(answer.Output[0], CultureInfo.InvariantCulture);
    });

    public CiSystem CiSystems => _confirmed.Length > 0 ? CiSystem.GitLab : CiSystem.All;

    public static int Run() => Execute<SampleBuild>(build => build.Check);

    public IEnumerable<Workflow> DefineWorkflows() =>
    [
        new Workflow("Delivery")
        {
            Triggers = [new Trigger.Push("main")],
            Caches = [],
            Variables = Variable("TROUBLE"),
            Jobs =
            [
                // On GitLab all that it kept would come along into the jobs after it.
                new("build") { FailureReports = [], FullHistory = true },
                Kept("try").Runs(Try).With("runtime", Expr.Axis("runtime")) with { When = Condition.Variable("TRIED", "yes"), Matrix = new(new Matrix.Axis("runtime", "old", "new")) },
                Deployment("preview") with { Needs = ["test"] },
                Deployment("staging") with { Needs = ["test"] },
                Deployment("production") with { Needs = ["deploy-staging"] },
                Kept("rollback").Runs(Rollback).With("stage", "production") with { Needs = ["deploy-production"], Start = JobStart.AfterFailure },
                Kept("recover").Runs(Recover) with { Needs = ["deploy-staging", "deploy-production"], Start = JobStart.EvenCancelled },
            ],
        }.Runs(Check),
        new Workflow("Rollback")
        {
            Triggers = [new Trigger.Manual(Input.Choice("stage", "staging", "production"))],
            Caches = [],
            Jobs = [Kept("roll-back").Runs(Rollback).With("stage", Expr.Input("stage")) with { Deployment = new(Expr.Input("stage")) }],
        },
        new Workflow("Database")
        {
            Triggers = [new Trigger.Manual()],
            Caches = [],
            Jobs = [Kept("ask-database").Runs(AskDatabase) with { Services = [Services.Postgres("17")] }],
        },
    ];

    // All that a run of the build leaves, however it ends: its record, and what its targets say.
    private static Job Kept(string name) => new(name) { Reports = [".nuke/temp/runs/", "output/report/"], FailureReports = [] };

    private static ImmutableSortedDictionary<string, Expr> Variable(string name) =>
        ImmutableSortedDictionary.Create<string, Expr>(StringComparer.Ordinal).Add(name, Expr.Variable(name));

    private Job Deployment(string stage) => Kept($"deploy-{stage}").Runs(Deploy).With("stage", stage) with
    {
        Deployment = new(stage),
        Start = stage == _confirmed ? JobStart.ByHand : JobStart.AfterSuccess,
    };

    private void Tell(ITargetRun run, string text, bool fails)
    {
        var package = run.Result(Pack);
        Log.Information("{Target} has {Package}", run.Target, package);
        if (File.ReadAllText(RootDirectory / "output/package/app.txt") != $"the app {package.Version}")
        {
            throw new TargetFailedException("The package is another one.");
        }

        Write($"report/{run.Target}.txt", $"{package.Version} {text}");
        if (fails && _trouble.StartsWith(run.Target, StringComparison.OrdinalIgnoreCase))
        {
            throw new TargetFailedException($"{run.Target} fails, as it was told to.");
        }
    }

    private static void Write(string file, string text)
    {
        Directory.CreateDirectory((RootDirectory / "output" / file).Parent!);
        File.WriteAllText(RootDirectory / "output" / file, text);
    }

    private static void Executable(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static string Digest() => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(RootDirectory / "output/package/app.txt")));
}
