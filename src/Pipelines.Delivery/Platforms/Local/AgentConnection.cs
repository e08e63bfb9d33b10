using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Pipelines.Delivery.Platforms.Local;

/// <summary>JSON over the agent's Unix domain socket; every refusal becomes one of the three exceptions that callers tell apart.</summary>
internal sealed class AgentConnection(string socket) : IDisposable
{
    private readonly HttpClient _http = new(Handler(socket)) { BaseAddress = new("http://agent/v1/") };

    /// <summary>The agent did not answer; whoever needs it opens the gate again.</summary>
    public bool IsLost { get; private set; }

    public void Dispose() => _http.Dispose();

    /// <summary>Reads a document, or null where there is none.</summary>
    public async Task<T?> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path), cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync(response, type, cancellationToken);
    }

    /// <summary>Reads text, or null where there is none.</summary>
    public async Task<string?> GetTextAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path), cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        await ThrowIfRefusedAsync(response, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <summary>Changes something.</summary>
    public async Task ChangeAsync(HttpMethod method, string path, long? epoch, HttpContent? content, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(Request(method, path, epoch, content), cancellationToken);
        await ThrowIfRefusedAsync(response, cancellationToken);
    }

    /// <summary>Adds a line to a log of an expected length.</summary>
    public async Task AppendAsync(string path, long epoch, int length, string line, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Post, path, epoch, new StringContent(line, Encoding.UTF8, "application/x-ndjson"));
        request.Headers.Add("Pipelines-Expected-Length", FormattableString.Invariant($"{length}"));
        using var response = await SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Conflict)
        {
            throw new FenceException($"The log at {path} is not {length} lines long: another process wrote to it.");
        }

        await ThrowIfRefusedAsync(response, cancellationToken);
    }

    /// <summary>Asks for something that may be refused in the same shape, as status 423 does.</summary>
    public async Task<T> AskAsync<T>(string path, HttpContent content, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(Request(HttpMethod.Post, path, epoch: null, content), cancellationToken);
        return response.StatusCode == HttpStatusCode.Locked
            ? await DeserializeAsync(response, type, cancellationToken)
            : await ReadAsync(response, type, cancellationToken);
    }

    public static ByteArrayContent Json<T>(T value, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(value, type)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private static SocketsHttpHandler Handler(string socket) => new()
    {
        ConnectCallback = async (_, cancellationToken) =>
        {
            var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellationToken);
                return new NetworkStream(connection, ownsSocket: true);
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        },
    };

    private static HttpRequestMessage Request(HttpMethod method, string path, long? epoch, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (epoch is { } number)
        {
            request.Headers.Add("Pipelines-Epoch", FormattableString.Invariant($"{number}"));
        }

        return request;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            try
            {
                return await _http.SendAsync(request, cancellationToken);
            }
            catch (Exception problem) when (problem is HttpRequestException || (problem is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                IsLost = true;
                throw new FleetException($"The agent does not answer: {problem.Message}", problem);
            }
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        await ThrowIfRefusedAsync(response, cancellationToken);
        return await DeserializeAsync(response, type, cancellationToken);
    }

    private static async Task<T> DeserializeAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(cancellationToken), type)
        ?? throw new FleetException("The agent answered nothing.");

    private static async Task ThrowIfRefusedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var problem = await ProblemAsync(response, cancellationToken);
        throw response.StatusCode switch
        {
            HttpStatusCode.PreconditionFailed => new FenceException(problem),
            HttpStatusCode.Conflict or HttpStatusCode.BadRequest or HttpStatusCode.Locked => new TargetFailedException(problem),
            _ => new FleetException(problem),
        };
    }

    private static async Task<string> ProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(body, AgentJson.Default.AgentProblem)?.Problem ?? body;
        }
        catch (JsonException)
        {
            return $"The agent answered {(int)response.StatusCode}: {body}";
        }
    }
}
