namespace Sample.Storefront.Redis;

/// <summary>The server refused, did not answer, or is not there. What was sent may have been done or not.</summary>
internal sealed class RedisException(string message, Exception? cause = null) : Exception(message, cause);
