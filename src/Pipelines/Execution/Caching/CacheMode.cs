namespace Pipelines.Execution.Caching;

/// <summary>How far the cache may go for a target.</summary>
internal enum CacheMode
{
    /// <summary>Bring outputs back and note the use.</summary>
    Use,

    /// <summary>Only say what would be done.</summary>
    Look,

    /// <summary>Find nothing; what is done is still remembered.</summary>
    Ignore,
}
