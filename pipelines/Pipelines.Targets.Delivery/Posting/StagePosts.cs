using System.Threading.Channels;
using Pipelines.Delivery.Reporting;
using Pipelines.Forges;

namespace Pipelines.Targets.Delivery.Posting;

/// <summary>
/// Posts reports where the change was reviewed and where deployments are listed. It works beside the rollout: it never keeps it waiting,
/// and what cannot be posted is a warning.
/// </summary>
internal sealed class StagePosts : IAsyncDisposable
{
    // The rollout is over by then, and people wait for its job.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(20);

    private readonly Channel<StageReport> _reports = Channel.CreateUnbounded<StageReport>(new() { SingleReader = true });
    private readonly ReviewPost _review;
    private readonly DeploymentPost _deployment;
    private readonly IForge _forge;
    private readonly Action<string> _warn;
    private readonly CancellationTokenSource _stop;
    private readonly Task _work;

    /// <param name="open">Opens the forge, which ends with this.</param>
    /// <param name="job">Which job posts.</param>
    /// <param name="warn">Gets a sentence for what could not be posted.</param>
    /// <param name="time">The clock.</param>
    public StagePosts(Func<IForge> open, ServerJob job, Action<string> warn, TimeProvider time)
    {
        _warn = warn;
        _forge = open();
        _review = new(_forge, job);
        _deployment = new(_forge, job);
        _stop = new(Timeout.InfiniteTimeSpan, time);
        _work = PostAllAsync(_stop.Token);
    }

    /// <summary>Posts a report as soon as those before it are posted.</summary>
    public void Post(StageReport report)
    {
        // Before a form of writing changes letters of a secret.
        var masked = report with { Message = Masking.Mask(report.Message), Plan = [.. report.Plan.Select(Masking.Mask)] };
        _reports.Writer.TryWrite(masked);
    }

    public async ValueTask DisposeAsync()
    {
        _reports.Writer.Complete();
        _stop.CancelAfter(LastWords);
        await _work;
        _stop.Dispose();
        _forge.Dispose();
    }

    private async Task PostAllAsync(CancellationToken cancellationToken)
    {
        await foreach (var report in _reports.Reader.ReadAllAsync(CancellationToken.None))
        {
            await TryAsync($"The report of {report.Stage} was not posted", token => _review.PostAsync(report, token), cancellationToken);
            await TryAsync($"The deployment to {report.Stage} was not recorded", token => _deployment.PostAsync(report, token), cancellationToken);
        }
    }

    private async Task TryAsync(string otherwise, Func<CancellationToken, Task> post, CancellationToken cancellationToken)
    {
        try
        {
            await post(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _warn($"{otherwise}: {_forge.Name} did not answer in time.");
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // Whatever it is, the release is in its place.
            _warn($"{otherwise}: {problem.Message}");
        }
    }
}
