using System.Collections.Immutable;
using Pipelines;
using Pipelines.Targets.Delivery;
using Pipelines.Targets.DotNet;

/// <summary>This repository's own build: builds and tests the framework, and delivers Sample.Storefront with it.</summary>
internal sealed partial class Build : PipelineBuild, IClean, ILint, ITest, IRememberTestDurations, ISecurityScan, IPack, IDeploy, IVerify, IRollback, IReport, IRecover, IDown, ICheckMigrations, IRehearse
{
    public static int Main() => Execute<Build>(build => build.Check);

    Target Check => _ => _
        .Description("Judges and tests everything: what a change must pass")
        .DependsOn<ILint>(build => build.Lint)
        .DependsOn<ICheckMigrations>(build => build.CheckMigrations)
        .DependsOn<ITest>(build => build.Test);

    // Tests read what the repository says of itself, and clone it whole.
    public IEnumerable<string> TestInputs =>
    [
        .. ((IHaveSolution)this).SourceGlobs, "docs/**/*", "*.md", "build.sh", "build.cmd", ".ci/**/*", ".nuke/*.json", ".gitignore", ".gitattributes",
    ];

    public IEnumerable<string> TestVariables =>
    [
        "PIPELINES_REQUIRE", "POSTGRES_HOST", "POSTGRES_PORT", "POSTGRES_USER", "POSTGRES_PASSWORD", "REDIS_HOST", "REDIS_PORT", "REDIS_PASSWORD",
    ];

    public string ServiceName => "storefront";

    public IEnumerable<string> MigrationFiles => ["src/Sample.Storefront/**/*Schema.cs"];

    public AbsolutePath ServiceProject => RootDirectory / "src" / "Sample.Storefront" / "Sample.Storefront.csproj";

    [Parameter("Makes the storefront a bad release on purpose, such as errors=0.3,latency=500ms,never-ready=true")]
    readonly Faults StorefrontFaults = Faults.Parse("");

    [Parameter("Key that signs the storefront's receipts")]
    readonly Secret? StorefrontSigningKey;

    [Parameter("Port of the staging stage on this machine")]
    readonly int StagingPort = 5080;

    [Parameter("Port of the production stage on this machine")]
    readonly int ProductionPort = 5081;

    [Parameter("How long production holds each share of the canary")]
    readonly TimeSpan CanaryPause = TimeSpan.FromSeconds(3);

    [Parameter("How long a new release bakes in staging before it is verified good")]
    readonly TimeSpan StagingBake = TimeSpan.FromSeconds(2);

    [Parameter("How long a new release bakes in production before it is verified good")]
    readonly TimeSpan ProductionBake = TimeSpan.FromSeconds(5);

    [Parameter("How much slower than the stable release, beside twice its latency, production lets a canary be")]
    readonly TimeSpan LatencySlack = TimeSpan.FromMilliseconds(100);

    [Parameter("How long traffic waits for a deploying process that is gone before it returns to the stable release")]
    readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(15);

    public ImmutableSortedDictionary<string, string> ServiceSettings => StorefrontFaults.Settings;

    public ImmutableSortedDictionary<string, Secret> ServiceSecrets => StorefrontSigningKey is null
        ? ImmutableSortedDictionary<string, Secret>.Empty
        : ImmutableSortedDictionary<string, Secret>.Empty.Add("Orders__SigningKey", StorefrontSigningKey);
}
