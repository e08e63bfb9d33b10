using System.Buffers;
using System.Collections.Immutable;
using System.IO.Pipelines;
using System.Net.Sockets;

namespace Sample.Storefront.Redis;

/// <summary>
/// One connection, shared by all requests: commands are written one behind the other, and answers come in the same order.
/// After anything unexpected nobody knows whose answer comes next, so the connection breaks, and everyone who waits learns why.
/// </summary>
internal sealed class RedisConnection : IAsyncDisposable
{
    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly TimeSpan _limit;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Queue<TaskCompletionSource<RespReply>> _waiting = new();
    private readonly Task _reading;
    private RedisException? _broken;

    private RedisConnection(Socket socket, TimeSpan limit, TimeProvider time)
    {
        _socket = socket;
        _stream = new NetworkStream(socket);
        _limit = limit;
        _time = time;
        _reading = ReadAsync();
    }

    /// <summary>Whether nothing can be sent any more.</summary>
    public bool IsBroken
    {
        get
        {
            lock (_waiting)
            {
                return _broken is not null;
            }
        }
    }

    /// <summary>Connects.</summary>
    /// <exception cref="RedisException">Nobody answers.</exception>
    public static async Task<RedisConnection> OpenAsync(RedisAddress address, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var late = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, either.Token);
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, optionValue: true);
            return new(socket, limit, time);
        }
        catch (Exception exception)
        {
            socket.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw exception is OperationCanceledException ? new RedisException($"Did not accept a connection within {limit.TotalSeconds:0.###} s.") : new RedisException(exception.Message, exception);
        }
    }

    /// <summary>Sends commands in one go and gives their answers, refusals among them.</summary>
    /// <exception cref="RedisException">The connection broke or an answer is late; what was sent may have been done.</exception>
    public async Task<ImmutableArray<RespReply>> SendAsync(ImmutableArray<RespCommand> commands, CancellationToken cancellationToken)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var answers = new TaskCompletionSource<RespReply>[commands.Length];
        foreach (var (index, command) in commands.Index())
        {
            command.WriteTo(bytes);
            answers[index] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        await _writing.WaitAsync(cancellationToken);
        try
        {
            Announce(answers);
            await WriteAsync(bytes.WrittenMemory);
        }
        finally
        {
            _writing.Release();
        }

        // Who gives up leaves a place in the queue, into which the answer still falls.
        var all = Task.WhenAll(answers.Select(answer => answer.Task));
        try
        {
            return [.. await all.WaitAsync(_limit, _time, cancellationToken)];
        }
        catch (TimeoutException)
        {
            throw Break(new RedisException($"Did not answer within {_limit.TotalSeconds:0.###} s."));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Break(new RedisException("The connection was closed by this service."));
        await _reading;
        await _stream.DisposeAsync();
        _writing.Dispose();
    }

    private void Announce(IEnumerable<TaskCompletionSource<RespReply>> answers)
    {
        lock (_waiting)
        {
            if (_broken is not null)
            {
                throw _broken;
            }

            foreach (var answer in answers)
            {
                _waiting.Enqueue(answer);
            }
        }
    }

    // Only the limit ends it: a half written command would spoil all later ones.
    private async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        using var late = new CancellationTokenSource(_limit, _time);
        try
        {
            await _stream.WriteAsync(bytes, late.Token);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The answers tell it.
            Break(exception is OperationCanceledException ? new RedisException($"Did not take a command within {_limit.TotalSeconds:0.###} s.") : new RedisException(exception.Message, exception));
        }
    }

    private async Task ReadAsync()
    {
        var pipe = PipeReader.Create(_stream, new StreamPipeReaderOptions(leaveOpen: true));
        try
        {
            while (true)
            {
                var read = await pipe.ReadAsync(CancellationToken.None);
                pipe.AdvanceTo(Answer(read.Buffer), read.Buffer.End);
                if (read.IsCompleted)
                {
                    throw new RedisException("Closed the connection.");
                }
            }
        }
        catch (Exception exception) when (exception is RedisException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            Break(exception as RedisException ?? new RedisException(exception.Message, exception));
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    /// <summary>Hands out complete answers.</summary>
    /// <returns>Where the first incomplete one begins.</returns>
    private SequencePosition Answer(ReadOnlySequence<byte> buffer)
    {
        var reader = new SequenceReader<byte>(buffer);
        var done = reader.Position;
        while (!reader.End && RespParser.TryRead(ref reader, out var reply))
        {
            done = reader.Position;
            lock (_waiting)
            {
                if (!_waiting.TryDequeue(out var first))
                {
                    throw new RedisException("Sent an answer to no question.");
                }

                first.TrySetResult(reply);
            }
        }

        return done;
    }

    private RedisException Break(RedisException reason)
    {
        lock (_waiting)
        {
            _broken ??= reason;
            while (_waiting.TryDequeue(out var answer))
            {
                answer.TrySetException(_broken);
            }
        }

        // Wakes the reader too.
        _socket.Dispose();
        return reason;
    }
}
