using Pipelines.Planning;

namespace Pipelines.Execution;

/// <summary>Waiting targets with equal claims, by rank: while the first has no place, none behind it has.</summary>
internal sealed class Lane(Claim claim)
{
    private readonly RankQueue _ranks = new();

    public Claim Claim => claim;

    public bool IsEmpty => _ranks.Count == 0;

    /// <summary>How often a less urgent target of another lane started since this lane's last.</summary>
    public int Passed { get; set; }

    /// <summary>The most urgent; only of a lane with targets.</summary>
    public int First => _ranks.First;

    public void Add(int rank) => _ranks.Add(rank);

    public int Take()
    {
        Passed = 0;
        return _ranks.Take();
    }
}
