using NUnit.Framework;
using Pipelines.Testing;
using Pipelines.Tests.Execution;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.Tests.Hosts.Telemetry;

[TestFixture]
public sealed class TraceTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Caller = "b7ad6b7169203331";
    private const string Key = "p@ss/w\"rd+1";

    [Test]
    public async Task A_run_is_a_trace_with_a_span_for_each_target_and_command_below_the_caller()
    {
        await using var collector = new Collector();
        var environment = collector.Environment;
        environment["TRACEPARENT"] = $"00-{Trace}-{Caller}-01";
        environment["OTEL_SERVICE_NAME"] = "shop";
        using var workspace = new Workspace { Environment = environment };

        var ran = await workspace.RunAsync<Calling>("Call Left --parallel 2");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Success, ran.Output + ran.Error);
        var (run, call, command) = (collector.Span("run Call, Left"), collector.Span("Call"), collector.Span("sh"));
        (run.TraceId, run.ParentId).ShouldBe((Trace, Caller));
        (call.TraceId, call.ParentId).ShouldBe((Trace, run.Id));
        (command.TraceId, command.ParentId).ShouldBe((Trace, call.Id));
        collector.Span("Left").ParentId.ShouldBe(run.Id);
        collector.Span("Base").ParentId.ShouldBe(run.Id);
        collector.Spans.Select(span => span.Service).Distinct(StringComparer.Ordinal).ShouldBe(["shop"]);
        command.Attribute("process.exit.code").ShouldBe("0");
        run.Attribute("cicd.pipeline.result").ShouldBe("success");
        ran.Output.ShouldContain($"child 00-{Trace}-{command.Id}-01");
    }

    [Test]
    public async Task What_failed_is_an_error_and_what_was_skipped_says_why()
    {
        await using var collector = new Collector();
        using var workspace = new Workspace { Environment = collector.Environment };

        var ran = await workspace.RunAsync<Calling>("Fail Never");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Failed);
        (collector.Span("Fail").Status, collector.Span("run Never, Fail").Status).ShouldBe((2, 2));
        collector.Span("false").Status.ShouldBe(2);
        collector.Span("Fail").StatusText.ShouldContain("exit code 1");
        collector.Span("Never").Attribute("cicd.pipeline.task.run.result").ShouldBe("skip");
        collector.Span("Never").Attribute("pipelines.reason").ShouldBe("only when IsServerBuild");
    }

    [Test]
    public async Task No_secret_is_sent()
    {
        await using var collector = new Collector();
        var environment = collector.Environment;
        environment["API_KEY"] = Key;
        environment["OTEL_RESOURCE_ATTRIBUTES"] = "deployment.environment=p%40ss%2Fw%22rd%2B1";
        using var workspace = new Workspace { Environment = environment };

        await workspace.RunAsync<Calling>("Leak");

        collector.Span("Leak").StatusText.ShouldContain("refused ***");
        collector.Span("echo").Attribute("process.command_line").ShouldBe("echo ***");
        collector.Text.ShouldNotContain(Key);
        collector.Text.ShouldNotContain("p%40ss");
    }

    [Test]
    public async Task Two_runs_in_one_process_have_a_trace_each()
    {
        await using var first = new Collector();
        await using var second = new Collector();
        using var left = new Workspace { Environment = first.Environment };
        using var right = new Workspace { Environment = second.Environment };

        await Task.WhenAll(left.RunAsync<Calling>("Call"), right.RunAsync<Calling>("Left"));

        first.Spans.Select(span => span.Name).ShouldBe(["sh", "Base", "Call", "run Call"], ignoreOrder: true);
        second.Spans.Select(span => span.Name).ShouldBe(["Left", "run Left"], ignoreOrder: true);
    }

    [Test]
    public async Task A_collector_that_is_not_there_harms_nothing_and_is_told_of_on_request()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{FreePort.Next()}",
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        };
        using var workspace = new Workspace { Environment = environment };

        var normal = await workspace.RunAsync<Calling>("Left").WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
        var verbose = await workspace.RunAsync<Calling>("Left --verbosity verbose").WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);

        (normal.Result.ExitCode, verbose.Result.ExitCode).ShouldBe((ExitCodes.Success, ExitCodes.Success));
        normal.Error.ShouldBeEmpty();
        verbose.Error.ShouldContain("Telemetry did not reach its endpoint");
    }

    [Test]
    public async Task Variables_that_opentelemetry_refuses_cost_the_trace_and_not_the_run()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:4317",
            ["OTEL_EXPORTER_OTLP_HEADERS"] = "not a header",
        };
        using var workspace = new Workspace { Environment = environment };

        var ran = await workspace.RunAsync<Calling>("Left");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Success);
        ran.Error.ShouldStartWith("warning: This run sends no trace: ");
    }

    private sealed class Calling : PipelineBuild
    {
        [Parameter, Secret]
        private readonly string? _apiKey = null;

        public Target Base => _ => _.Executes(() => { });

        public Target Call => _ => _.DependsOn(Base).Executes(cancellationToken => RunAsync(Command.Of("sh", "-c", "echo child $TRACEPARENT"), cancellationToken));

        public Target Left => _ => _.Executes(() => { });

        public Target Fail => _ => _.After(Never).Executes(cancellationToken => RunAsync(Command.Of("false"), cancellationToken));

        public Target Never => _ => _.OnlyWhenDynamic(() => IsServerBuild).Executes(() => { });

        public Target Leak => _ => _.Executes(async cancellationToken =>
        {
            await RunAsync(Command.Of("echo", _apiKey!), cancellationToken);
            throw new InvalidOperationException($"refused {_apiKey}");
        });
    }
}
