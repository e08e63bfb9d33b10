using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pipelines.Agent.Measurement;

namespace Pipelines.Agent.Proxy;

/// <summary>The ready backends of one release.</summary>
internal sealed class ReleaseRoute(string release, int units, ImmutableArray<Backend> backends, ReleaseCounters counters)
{
    private uint _turn;

    public string Release => release;

    /// <summary>Share in hundredths of a percent.</summary>
    public int Units => units;

    public ReleaseCounters Counters => counters;

    /// <summary>What a client's cookie holds: names the release without telling its version.</summary>
    public string CookieValue { get; } =
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(release)).AsSpan(0, 8)).ToLower(CultureInfo.InvariantCulture);

    public bool IsReady => !backends.IsEmpty;

    /// <summary>Takes the backend with the fewest requests in flight, in turn among equals.</summary>
    /// <returns>Null when none is left; otherwise the caller calls <see cref="Backend.Exit"/>.</returns>
    public Backend? Enter(HashSet<Backend>? failed)
    {
        var count = backends.Length;
        if (count == 1 && failed is null)
        {
            return backends[0].TryEnter() ? backends[0] : null;
        }

        var first = count == 0 ? 0 : (int)(Interlocked.Increment(ref _turn) % (uint)count);
        while (true)
        {
            Backend? best = null;
            for (var offset = 0; offset < count; offset++)
            {
                var candidate = backends[(first + offset) % count];
                if ((best is null || candidate.InFlight < best.InFlight) && failed?.Contains(candidate) != true)
                {
                    best = candidate;
                }
            }

            if (best is null || best.TryEnter())
            {
                return best;
            }

            (failed ??= []).Add(best);
        }
    }
}
