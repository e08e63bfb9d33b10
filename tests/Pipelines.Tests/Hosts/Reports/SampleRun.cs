using System.Collections.Immutable;
using System.Globalization;
using Pipelines.Hosts.Reports;

namespace Pipelines.Tests.Hosts.Reports;

/// <summary>Runs of any size that might have been: the same size gives the same run.</summary>
internal static class SampleRun
{
    private const int Lanes = 4;

    /// <summary>A run in which each target waits for up to three of those shortly before it; with more than one, the last but one fails.</summary>
    public static RunRecord Of(int size)
    {
        var random = new Random(size);
        var free = new double[Lanes];
        var targets = new List<TargetRecord>();
        for (var number = 0; number < size; number++)
        {
            var before = Enumerable.Range(0, Math.Min(random.Next(4), number)).Select(_ => random.Next(Math.Max(0, number - 12), number)).Distinct().ToArray();
            var lane = Array.IndexOf(free, free.Min());
            var start = before.Select(name => (targets[name].Start ?? TimeSpan.Zero) + targets[name].Duration).Append(TimeSpan.FromSeconds(free[lane])).Max();
            var failed = size > 1 && number == size - 2;
            var skipped = number % 9 == 4;
            var ran = !skipped && (number < size - 1 || size == 1);
            var duration = ran ? TimeSpan.FromSeconds(0.4 + (random.NextDouble() * 6)) : TimeSpan.Zero;
            free[lane] = (start + duration).TotalSeconds;
            targets.Add(new(new(Name(number), Invoked: number == size - 1) { Dependencies = [.. before.Select(Name)] })
            {
                Status = failed ? TargetStatus.Failed : skipped ? TargetStatus.Skipped : ran ? TargetStatus.Succeeded : TargetStatus.NotRun,
                Reason = failed ? "<b>disk</b> full & \e[31mred\e[0m: '100 %'\nsecond line" : skipped ? "up to date" : ran ? null : $"'{Name(size - 2)}' failed",
                Start = ran ? start : null,
                Duration = duration,
                Tries = ran ? 1 : 0,
                Figures = number % 7 == 3 ? [new Figure("Tests", $"{number * 31} passed"), new Figure("Coverage", "91.4 %")] : [],
                Stack = failed ? ["System.IO.IOException: <b>disk</b> full", "at Build.Pack() in /shop/build/Build.cs:line 40"] : [],
            });
        }
        var all = targets.ToImmutableArray();
        return new RunRecord("20300101-000000-000", new("./build.sh Deploy --to 'staging & more'", Host.Terminal, Lanes, [new Figure("Pipelines", "1.0.0"), new Figure(".NET", "10.0.0")]), new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero))
        {
            Duration = all.Max(target => (target.Start ?? TimeSpan.Zero) + target.Duration),
            ExitCode = size > 1 ? ExitCodes.Failed : ExitCodes.Success,
            Targets = all,
            CriticalPath = CriticalPath.Of(all),
        };
    }

    private static string Name(int number)
    {
        string[] names = ["Restore", "Lint", "Compile", "UnitTest", "IntegrationTest", "Pack", "Publish", "Containerize", "EndToEndTest", "SecurityScan", "Release", "DeployToStaging"];
        return number < names.Length ? names[number] : string.Create(CultureInfo.InvariantCulture, $"{names[number % names.Length]}{number / names.Length}");
    }
}
