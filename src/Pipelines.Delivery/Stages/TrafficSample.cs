using System.Collections.Immutable;

namespace Pipelines.Delivery.Stages;

/// <summary>What the router counted of one version, in total or over a window.</summary>
/// <param name="Succeeded">Requests answered below 500.</param>
/// <param name="Failed">Requests answered by 5xx, the router's own 502 to 504 for this version among them.</param>
/// <param name="Aborted">Answers that the service broke off.</param>
/// <param name="Bounds">Upper bounds of the latency buckets in seconds, rising.</param>
/// <param name="Counts">Requests by bucket; one more than <paramref name="Bounds"/>, for what lies above the last.</param>
public sealed record TrafficSample(long Succeeded, long Failed, long Aborted, ImmutableArray<double> Bounds, ImmutableArray<long> Counts)
{
    /// <summary>No request at all.</summary>
    public static TrafficSample None { get; } = new(0, 0, 0, [], []);

    /// <summary>All requests.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public long Requests => Succeeded + Failed + Aborted;

    /// <summary>Share of requests that succeeded, from 0 to 1, or null without requests.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public double? SuccessRatio => Requests == 0 ? null : (double)Succeeded / Requests;

    /// <summary>What came after an earlier sample; a counter that fell was restarted and counts from zero, as in Prometheus.</summary>
    public TrafficSample Since(TrafficSample earlier) =>
        earlier.Succeeded > Succeeded || earlier.Failed > Failed || earlier.Aborted > Aborted
        || earlier.Counts.Length != Counts.Length || earlier.Counts.Zip(Counts).Any(pair => pair.First > pair.Second)
            ? this
            : new(Succeeded - earlier.Succeeded, Failed - earlier.Failed, Aborted - earlier.Aborted, Bounds, [.. Counts.Zip(earlier.Counts, (now, then) => now - then)]);

    /// <summary>A quantile of the latency in seconds, linear within its bucket as Prometheus's <c>histogram_quantile</c>; null without requests.</summary>
    /// <param name="share">Of requests at or below the value, from 0 to 1.</param>
    public double? Quantile(double share)
    {
        var rank = share * Counts.Sum();
        if (rank <= 0)
        {
            return null;
        }

        var below = 0L;
        for (var bucket = 0; bucket < Bounds.Length; bucket++)
        {
            if (below + Counts[bucket] >= rank)
            {
                var start = bucket == 0 ? 0 : Bounds[bucket - 1];
                return start + ((Bounds[bucket] - start) * (rank - below) / Counts[bucket]);
            }

            below += Counts[bucket];
        }

        return Bounds[^1];
    }
}
