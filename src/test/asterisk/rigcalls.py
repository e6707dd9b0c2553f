#!/usr/bin/env python3
"""Plays call scenarios on the rig and records the AMI wire. See asterisk-rig.sh. Standard library only.
usage: rigcalls.py SCENARIO... | all | list     env: CTI_RIG_WORK CTI_RIG_ROOT CTI_RIG_OUT"""
import os, sys, re, time, json, socket, ssl, threading, subprocess, signal, csv, datetime, random
WORK=os.environ['CTI_RIG_WORK']; ROOT=os.environ.get('CTI_RIG_ROOT',WORK+'/root'); RIG=ROOT+'/rig'
OUT=os.environ.get('CTI_RIG_OUT',WORK+'/out'); HERE=os.path.dirname(os.path.abspath(__file__))
STD,MDPH,COLL='0147293000','0147293100','0147293200'
AG={'101':('127.0.0.11','Nathalie Perrin'),'102':('127.0.0.12','Karim Haddad'),'103':('127.0.0.13','Hélène Le Goff')}

class Ami:
    """logs in, then writes every byte received to NAME.ami and, per read, time+offset to NAME.timing.jsonl"""
    def __init__(s, name, user='cti', timing=True):
        s.path=f'{OUT}/{name}.ami'; s.off=0; s.buf=b''; s.n=0; s.closed=False; s.lock=threading.Lock()
        s.raw=open(s.path,'wb'); s.tim=open(f'{OUT}/{name}.timing.jsonl','w') if timing else None
        s.sock=socket.create_connection(('127.0.0.1',5038)); s.sock.setsockopt(socket.IPPROTO_TCP,socket.TCP_NODELAY,1)
        s.t=threading.Thread(target=s.run,daemon=True); s.t.start()
        s.do('Login',Username=user,Secret='cti-rig-secret'); s.wait('Message: Authentication accepted'); time.sleep(.1)
    def run(s):
        try:
            while True:
                d=s.sock.recv(65536)
                if not d: break
                t=time.time()
                with s.lock:
                    s.raw.write(d)
                    if s.tim: s.tim.write('{"t":%.6f,"off":%d,"len":%d}\n'%(t,s.off,len(d)))
                    s.off+=len(d); s.buf+=d
        except OSError: pass
        s.closed=True; s.raw.flush()
        if s.tim: s.tim.flush()
    def do(s,action,_vars=(),**kw):
        s.n+=1; aid=f'rig-{s.n}'
        m=f'Action: {action}\r\nActionID: {aid}\r\n'+''.join(f'{k}: {v}\r\n' for k,v in kw.items())+''.join(f'Variable: {v}\r\n' for v in _vars)+'\r\n'
        s.sock.sendall(m.encode()); return aid
    def wait(s,text,timeout=20,since=0):
        end=time.time()+timeout; text=text.encode()
        while time.time()<end:
            i=s.buf.find(text,since)
            if i>=0: return i
            time.sleep(.02)
        print('  ! no',text,file=sys.stderr); return -1
    def ask(s,action,until,**kw):
        since=len(s.buf); s.do(action,**kw); s.wait(until,5,since); time.sleep(.05)
    def cut(s):
        s.sock.setsockopt(socket.SOL_SOCKET,socket.SO_LINGER,b'\1\0\0\0\0\0\0\0')
        try: s.sock.shutdown(socket.SHUT_RDWR)
        except OSError: pass
        s.sock.close(); s.t.join(2)
    def end(s):
        try: s.do('Logoff'); s.wait('Thanks for all the fish',3)
        except OSError: pass
        time.sleep(.1); s.cut(); s.raw.close(); s.tim and s.tim.close()

procs=[]; seq=[0]; logs={}
def sipp(label,xml,ip,port,service=None,count=None,rate=None,limit=None,**par):
    seq[0]+=1; txt=open(f'{HERE}/sipp/{xml}').read()
    for k,v in par.items(): txt=txt.replace(f'@@{k}@@',str(v))
    f=f'{RIG}/tmp/{seq[0]}_{xml}'; open(f,'w').write(txt)
    log=f'/rig/tmp/{seq[0]}_{label}.log'; logs[label]=ROOT+log
    mp=6000+seq[0]%100*40
    cmd=['chroot',ROOT,'sipp','-sf',f'/rig/tmp/{seq[0]}_{xml}','-i',ip,'-mi',ip,'-p',str(port),'-min_rtp_port',str(mp),'-max_rtp_port',str(mp+39),'-mp',str(mp),
         '-nostdin','-trace_msg','-message_file',log,'-message_overwrite','true','-trace_err','-error_file',log+'.err','-recv_timeout','60000','-default_behaviors','all,-bye']
    if service: cmd+=['-s',service]
    if count: cmd+=['-m',str(count)]
    if rate: cmd+=['-r',str(rate)]
    if limit: cmd+=['-l',str(limit)]
    cmd+=['127.0.0.1:5060']
    p=subprocess.Popen(cmd,stdin=subprocess.DEVNULL,stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL,start_new_session=True)
    p.label=label; procs.append(p); return p
def agent(n,kind='uas_agent.xml',label=None,RING=1000,TALK=60000,**kw):
    p=sipp(label or f'agent{n}',kind,AG[n][0],5060,RING=RING,TALK=TALK,SELF=n,**kw); time.sleep(.15); return p
def idle(*ns):
    for n in ns: agent(n,RING=60000)
def frm(num,name=None,host='127.0.0.2'): return (f'"{name}" ' if name else '')+f'<sip:{num}@{host}>'
cport=[5062]
def caller(num,did,DUR,label='caller',rtp=False,FROM=None,XHDR='',xml=None,name=None,**kw):
    cport[0]=5062 if cport[0]>5900 else cport[0]+2
    return sipp(label,xml or ('uac_call_rtp.xml' if rtp else 'uac_call.xml'),'127.0.0.2',cport[0],service=did,count=kw.pop('count',1),DUR=DUR,FROM=FROM or frm(num,name),XHDR=XHDR,**kw)
def fin(p,t=70):
    try: p.wait(t)
    except subprocess.TimeoutExpired: print('  ! sipp',p.label,'did not end',file=sys.stderr)
def reap():
    for p in procs:
        if p.poll() is None:
            os.kill(p.pid,signal.SIGTERM)
            try: p.wait(2)
            except subprocess.TimeoutExpired: p.kill()
    procs.clear()

def msgs(label):
    """(time, direction, first line, CSeq) of each SIP message of a sipp trace"""
    r=[]
    try: txt=open(logs[label],errors='replace').read()
    except (KeyError,OSError): return r
    for m in re.finditer(r'-{20,} (\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[.:]\d+).*?\n\w+ message (sent|received).*?\n\s*\n(.*?)\r?\n(.*?)(?=\n-{20,}|\Z)',txt,re.S):
        cs=re.search(r'^CSeq: *(.*?)\r?$',m[4],re.M); cid=re.search(r'^Call-ID: *(.*?)\r?$',m[4],re.M)
        t=datetime.datetime.strptime(m[1].replace('T',' '),'%Y-%m-%d %H:%M:%S.%f').replace(tzinfo=datetime.timezone.utc).timestamp()
        r.append((t,m[2],m[3].strip(),cs and cs[1],cid and cid[1]))
    return r
def calls_of(label):
    """SIP truth per Call-ID of one sipp: invite, ringing, answer, end, who ended"""
    d={}
    for t,dr,l,cs,cid in msgs(label):
        c=d.setdefault(cid,{'call_id':cid})
        if l.startswith('INVITE') and 'invite' not in c: c['invite']=t
        if ' 180' in l[:12]: c.setdefault('ringing',t)
        if l.startswith('SIP/2.0 200') and cs and cs.endswith('INVITE'): c.setdefault('answer',t)
        if l.startswith('CANCEL'): c.setdefault('end',t); c.setdefault('ended_by','CANCEL '+dr)
        if l.startswith('BYE'): c.setdefault('end',t); c.setdefault('ended_by','BYE '+dr)
        m=re.match(r'SIP/2.0 ([3-6]\d\d)',l)
        if m: c.setdefault('end',t); c['final']=int(m[1])
        if l.startswith('REFER'): c['refer']=t
    return list(d.values())
def size(f):
    try: return os.path.getsize(f)
    except OSError: return 0
FILES={'cdr':RIG+'/log/cdr-custom/Master.csv','cel':RIG+'/log/cel-custom/Master.csv','queue_log':RIG+'/log/queue_log'}
def cli(c): return subprocess.run(['chroot',ROOT,'asterisk','-C','/rig/etc/asterisk.conf','-rx',c],capture_output=True,text=True).stdout

class Run:
    def __init__(s,name,story,user='cti',timing=True):
        s.name=name; s.story=story; logs.clear()
        for i in range(50):
            if '0 active channels' in cli('core show channels count'): break
            time.sleep(.1)
        cli('queue reset stats'); s.off={k:size(f) for k,f in FILES.items()}; time.sleep(.1)
        s.ami=Ami(name,user,timing); s.t0=time.time()
    def done(s,contacts,settle=1.0,extra=None,close=True):
        time.sleep(settle)
        for i in range(100):
            if '0 active channels' in cli('core show channels count'): break
            time.sleep(.1)
        time.sleep(.3); close and s.ami.end(); reap(); time.sleep(.4)
        tail={k:open(f,errors='replace').read()[s.off[k]:] if os.path.exists(f) else '' for k,f in FILES.items()}
        # these files hold UTF-8: offsets are bytes
        tail={k:open(f,'rb').read()[s.off[k]:].decode('utf-8','replace') if os.path.exists(f) else '' for k,f in FILES.items()}
        cel=list(csv.reader(tail['cel'].splitlines())); s.tail=tail; s.cel=cel
        links={}
        for r in cel: links.setdefault(r[7],[]).append(r[6]) if r[6] not in links.get(r[7],[]) else None
        sip={l:calls_of(l) for l in logs}
        for d in sip.values():
            for c in d:
                for k in ('invite','ringing','answer','end','refer'):
                    if k in c: c[k]=round(c[k],6)
        exp={'scenario':s.name,'story':s.story,'recorded_at':datetime.datetime.fromtimestamp(s.t0,datetime.timezone.utc).isoformat(timespec='seconds'),'contacts':contacts(sip,links) if callable(contacts) else contacts}
        if extra: exp.update(extra)
        exp['linkedids']={k:list(dict.fromkeys(v)) for k,v in links.items()} if len(links)<50 else len(links)
        if sum(map(len,sip.values()))<=40: exp['sip_truth']=sip
        exp['queue_log']=tail['queue_log'].splitlines()[:120] if s.name!='n_burst' else '(left out)'
        exp['cdr']=tail['cdr'].splitlines()[:60] if s.name!='n_burst' else '(left out)'
        json.dump(exp,open(f'{OUT}/{s.name}.expected.json','w'),indent=1,ensure_ascii=False)
        print(f"{s.name}: {s.ami.off} bytes, {s.ami.buf.count(b'Event: ')} events, linkedids {len(links)}, {time.time()-s.t0:.1f} s",flush=True)
def first(sip,label,i=0):
    try: return sip[label][i]
    except (KeyError,IndexError): return {}
def r1(x): return None if x is None else round(x,2)
def contact(caller,did,path,rung,outcome,links,sip,lab='caller',answered_by=None,answer_leg=None,hung=None,linkedid=None,nth=0,**kw):
    """one contact; wait/talk come from the SIP wire (caller's 200 OK to the agent's 200 OK; then to the end), not from AMI"""
    c=first(sip,lab,nth); a=first(sip,answer_leg) if isinstance(answer_leg,str) else (first(sip,*answer_leg) if answer_leg else {})
    d={'caller':caller,'did':did,'queue_path':path,'agents_rung':rung,'answered_by':answered_by,'outcome':outcome,
       'wait_s':r1((a.get('answer') or c.get('end',0))-c.get('answer',c.get('invite',0))),'talk_s':r1(c.get('end',0)-a['answer']) if a.get('answer') else 0,
       'total_s':r1(c.get('end',0)-c.get('invite',0)),'ended_by':hung,'linkedid':linkedid or (list(links)[0] if len(links)==1 else None)}
    d.update(kw); return d
def link_of(cel_links,order): return sorted(cel_links,key=lambda k:float(k.split('-')[-1]))[order] if len(cel_links)>order else None
N='06399801'   # 06 39 98 xx xx and 01 99 00 xx xx: ranges ARCEP keeps for fiction
S={}
def sc(f): S[f.__name__[3:]]=f; return f

@sc
def sc_a_queue_answered(name='a_queue_answered',user='cti'):
    r=Run(name,'A citizen calls the main number, waits about 2 s, agent 101 answers, they talk about 5 s, the citizen hangs up.',user)
    agent('101',RING=1500); idle('102','103'); fin(caller(N+'01',STD,7000))
    r.done(lambda s,l:[contact(N+'01',STD,['standard'],['101'],'answered',l,s,answered_by='101',answer_leg='agent101',hung='caller')])
@sc
def sc_a2_answered_agent_hangs_up():
    r=Run('a2_answered_agent_hangs_up','As a, but agent 101 hangs up first; recorded by a user without CEL events.','ctinocel')
    agent('101',RING=800,TALK=3000); fin(caller(N+'02',STD,30000))
    r.done(lambda s,l:[contact(N+'02',STD,['standard'],['101'],'answered',l,s,answered_by='101',answer_leg='agent101',hung='agent')])
@sc
def sc_b_abandoned_ringing():
    r=Run('b_abandoned_ringing','The citizen gives up after 2.5 s while agent 101 is ringing. To be called back.')
    idle('101','102','103'); fin(caller(N+'03',STD,3000))
    r.done(lambda s,l:[contact(N+'03',STD,['standard'],['101'],'abandoned',l,s,hung='caller',callback=True)])
@sc
def sc_b2_abandoned_all_busy():
    r=Run('b2_abandoned_all_busy','MDPH: 102 and 103 are paused; the citizen waits 3.5 s with nobody ringing and gives up. To be called back.')
    idle('102','103')
    for m in ('102','103'): r.ami.ask('QueuePause','Response: ',Queue='mdph',Interface='PJSIP/'+m,Paused='true',Reason='pause cafe')
    fin(caller(N+'04',MDPH,4000))
    for m in ('102','103'): r.ami.ask('QueuePause','Response: ',Queue='mdph',Interface='PJSIP/'+m,Paused='false')
    r.done(lambda s,l:[contact(N+'04',MDPH,['mdph'],[],'abandoned',l,s,hung='caller',callback=True,paused=['102','103'])])
@sc
def sc_c_noanswer_voicemail():
    r=Run('c_noanswer_voicemail','Nobody answers: 101, 102, 103 ring 4 s each in turn, the queue gives up after 14 s, the citizen leaves a voicemail. To be called back.')
    idle('101','102','103'); fin(caller(N+'05',STD,29000,rtp=True))
    r.done(lambda s,l:[contact(N+'05',STD,['standard'],['101','102','103'],'voicemail',l,s,hung='caller',callback=True,voicemail=vm('3000'))],settle=2)
def vm(box):
    d=f'{RIG}/spool/voicemail/cd92/{box}/INBOX'; m=sorted(f for f in os.listdir(d) if f.endswith('.txt')) if os.path.isdir(d) else []
    if not m: return None
    t=open(f'{d}/{m[-1]}').read(); g=lambda k:(re.search(rf'^{k}=(.*)$',t,re.M) or [0,''])[1]
    return {'mailbox':box,'messages':len(m),'duration_s':int(g('duration') or 0),'callerid':g('callerid')}
@sc
def sc_d_voicemail_hung_up_in_greeting():
    r=Run('d_voicemail_hung_up_in_greeting','As c but the citizen hangs up during the voicemail greeting: nothing left. To be called back.')
    idle('101','102','103'); fin(caller(N+'06',STD,16500,rtp=True))
    r.done(lambda s,l:[contact(N+'06',STD,['standard'],['101','102','103'],'no-answer',l,s,hung='caller',callback=True,voicemail=None)],settle=2)
@sc
def sc_d2_queue_full():
    r=Run('d2_queue_full','Colleges takes one waiting caller: 103 rings and does not answer, the first caller leaves the queue after 8 s, hears a message and is hung up on, the second is refused at once (full), hears "all busy" and is hung up on. Both to be called back.')
    idle('103')
    p=caller(N+'07',COLL,40000,label='caller1'); time.sleep(1.5); q=caller('0199001208',COLL,40000,label='caller2'); fin(q); fin(p)
    r.done(lambda s,l:[contact(N+'07',COLL,['colleges'],['103'],'no-answer',l,s,'caller1',hung='pbx',callback=True,linkedid=link_of(l,0)),
        contact('0199001208',COLL,['colleges(full)'],[],'rejected-full',l,s,'caller2',hung='pbx',callback=True,linkedid=link_of(l,1))])
@sc
def sc_e_blind_transfer_to_agent():
    r=Run('e_blind_transfer_to_agent','101 answers, talks 2.5 s, transfers blindly (SIP REFER) to extension 102, who answers after 1 s; the citizen hangs up.')
    agent('101','uas_agent_refer.xml',RING=800,T1=2500,TARGET='102'); agent('102',RING=1000); idle('103'); fin(caller(N+'10',STD,9000))
    r.done(lambda s,l:[contact(N+'10',STD,['standard'],['101','102'],'answered',l,s,answered_by='101',answer_leg='agent101',hung='caller',transfers=[{'type':'blind','by':'101','to':'102','answered_by':'102'}])])
@sc
def sc_f_attended_transfer():
    r=Run('f_attended_transfer','101 answers, holds the citizen, consults 102 (own SIP call) for 2 s, completes with REFER/Replaces; 102 talks; the citizen hangs up. Two linkedids at first, merged by the transfer.')
    import sipua; u=sipua.Ua('127.0.0.11','101'); agent('102',RING=700); idle('103')
    p=caller(N+'12',STD,12000); u.attended(ring=.6,talk=2.0,target='102',consult=2.0); fin(p); u.close()
    r.done(lambda s,l:[contact(N+'12',STD,['standard'],['101','102'],'answered',l,s,answered_by='101',hung='caller',linkedid=link_of(l,0),consult_linkedid=link_of(l,1),transfers=[{'type':'attended','by':'101','to':'102','answered_by':'102'}],ua_times=u.times,
        )|{'wait_s':r1(u.times['answer']-first(s,'caller').get('answer',0)),'talk_s':r1(first(s,'caller').get('end',0)-u.times['answer'])}])
@sc
def sc_f2_attended_transfer_cancelled():
    r=Run('f2_attended_consult_then_back','101 answers, holds, consults 102, who says no; 101 hangs up the consultation and takes the citizen back. No transfer.')
    import sipua; u=sipua.Ua('127.0.0.11','101'); agent('102',RING=500); idle('103')
    p=caller(N+'13',STD,9000); u.attended(ring=.6,talk=1.0,target='102',consult=1.5,complete=False); fin(p); u.wait_bye(); u.close()
    r.done(lambda s,l:[contact(N+'13',STD,['standard'],['101'],'answered',l,s,answered_by='101',hung='caller',linkedid=link_of(l,0),consult_linkedid=link_of(l,1),transfers=[],ua_times=u.times,consulted=['102'])|{'wait_s':r1(u.times['answer']-first(s,'caller').get('answer',0)),'talk_s':r1(first(s,'caller').get('end',0)-u.times['answer'])}])
@sc
def sc_g_hold():
    r=Run('g_hold','101 answers, puts the citizen on hold after 2 s for 3 s, resumes, the citizen hangs up.')
    agent('101','uas_agent_hold.xml',RING=600,T1=2000,HOLD=3000); idle('102','103'); fin(caller(N+'14',STD,9000))
    r.done(lambda s,l:[contact(N+'14',STD,['standard'],['101'],'answered',l,s,answered_by='101',answer_leg='agent101',hung='caller',holds=[{'by':'101','seconds':3.0}])])
FORMATS=[('0639980116',None,'+33639980116'),('+33639980116',None,'+33639980116'),('0033639980116',None,'+33639980116'),('33639980116',None,'+33639980116'),
  ('639980116',None,'+33639980116'),('+33199001234','MME DUPONT MARIE','+33199001234'),('0199001234','+33199001234','+33199001234'),('3939',None,None),('+3225550123',None,'+3225550123'),('+262639980116',None,'+262639980116'),('unknown',None,None),('0825',"Conseil d'Etat; test: é",None)]
@sc
def sc_i_callerid_formats():
    r=Run('i_callerid_formats','The same kind of short answered call, one per caller-id format met on French trunks. e164 = what the number means (None: not a dialable subscriber number).')
    agent('101',RING=150); idle('102','103'); out=[]
    for k,(num,nm,e) in enumerate(FORMATS):
        did='+33'+STD[1:] if k==1 else STD
        fin(caller(num,did,2600,label=f'caller{k}',name=nm)); time.sleep(.3)
    r.done(lambda s,l:[contact(num,STD,['standard'],['101'],'answered',l,s,f'caller{k}',answered_by='101',answer_leg=('agent101',k),hung='caller',linkedid=link_of(l,k),caller_name=nm,e164=e,dialled_as='+33'+STD[1:] if k==1 else STD) for k,(num,nm,e) in enumerate(FORMATS)])
@sc
def sc_j_direct_agent():
    r=Run('j_direct_agent','Direct line 01 47 29 31 02 (no queue): (1) 102 answers; (2) 102 does not answer, the PBX gives up after 8 s; (3) the caller gives up after 2 s of ringing; (4) 102 refuses (busy).')
    D='0147293102'
    a=agent('102',RING=1200); fin(caller(N+'17',D,4000,label='caller1')); a.terminate(); a.wait()
    a=agent('102',RING=60000,label='agent102b'); fin(caller(N+'18',D,30000,label='caller2')); time.sleep(.4)
    fin(caller(N+'19',D,2000,label='caller3',xml='uac_cancel.xml')); time.sleep(.4); a.terminate(); a.wait()
    agent('102','uas_agent_busy.xml',RING=400,label='agent102c'); fin(caller(N+'20',D,30000,label='caller4'))
    r.done(lambda s,l:[contact(N+'17',D,[],['102'],'answered',l,s,'caller1',answered_by='102',answer_leg='agent102',hung='caller',linkedid=link_of(l,0)),
      contact(N+'18',D,[],['102'],'no-answer',l,s,'caller2',hung='pbx',linkedid=link_of(l,1),callback=True),
      contact(N+'19',D,[],['102'],'abandoned',l,s,'caller3',hung='caller',linkedid=link_of(l,2),callback=True),
      contact(N+'20',D,[],['102'],'busy',l,s,'caller4',hung='agent',linkedid=link_of(l,3),callback=True)])
@sc
def sc_k_click_to_call():
    r=Run('k_click_to_call','AMI Originate: 101 is rung, answers, the PBX then calls the citizen 06 39 98 01 21 through the trunk (answers after 1 s, agent hangs up after 5 s); second try: the citizen does not answer; third: the agent does not pick up.')
    T=lambda ring,lab:sipp(lab,'uas_agent.xml','127.0.0.2',5061,RING=ring,TALK=60000)
    a=agent('101',RING=500,TALK=5000); t=T(1000,'citizen'); time.sleep(.2)
    def go(num,cid): r.ami.do('Originate',Channel='PJSIP/101',Exten=num,Context='from-internal',Priority=1,CallerID=f'"Appel {num}" <{num}>',Timeout=5000,Async='true',ChannelId=cid,OtherChannelId=cid+'-2',_vars=('__CTI_CONTACT=42',))
    go(N+'21','cti-k-1'); r.ami.wait('Event: OriginateResponse'); time.sleep(6); t.terminate(); t.wait()
    t=T(60000,'citizen2'); s0=len(r.ami.buf); go(N+'22','cti-k-2'); r.ami.wait('Event: OriginateResponse',since=s0); time.sleep(6); t.terminate(); a.terminate(); a.wait(); t.wait(); time.sleep(.3)
    agent('101',RING=60000,label='agent101b'); s0=len(r.ami.buf); go(N+'23','cti-k-3'); r.ami.wait('Event: OriginateResponse',since=s0); time.sleep(.5)
    r.done(lambda s,l:[{'direction':'outgoing','agent':'101','called':N+'21','outcome':'answered','talk_s':r1(first(s,'citizen').get('end',0)-first(s,'citizen').get('answer',0)),'ended_by':'agent','linkedid':'cti-k-1'},
      {'direction':'outgoing','agent':'101','called':N+'22','outcome':'no-answer','talk_s':0,'ended_by':'agent','linkedid':'cti-k-2'},
      {'direction':'outgoing','agent':'101','called':N+'23','outcome':'agent-no-answer','talk_s':0,'linkedid':'cti-k-3'}])
@sc
def sc_l_overlapping():
    r=Run('l_overlapping','Three overlapping calls to the main number: the 1st is answered by 101, the 2nd (0.7 s later) by 102, the 3rd gives up while 103 rings.')
    agent('101',RING=1000); agent('102',RING=1800); idle('103')
    p=[caller(N+'24',STD,7000,label='caller1')]; time.sleep(.7); p.append(caller(N+'25',STD,8000,label='caller2')); time.sleep(.7); p.append(caller('+33199001226',STD,4000,label='caller3'))
    for x in p: fin(x)
    r.done(lambda s,l:[contact(N+'24',STD,['standard'],['101'],'answered',l,s,'caller1',answered_by='101',answer_leg='agent101',hung='caller',linkedid=link_of(l,0)),
      contact(N+'25',STD,['standard'],['102'],'answered',l,s,'caller2',answered_by='102',answer_leg='agent102',hung='caller',linkedid=link_of(l,1)),
      contact('+33199001226',STD,['standard'],['103'],'abandoned',l,s,'caller3',hung='caller',linkedid=link_of(l,2),callback=True)])
RESYNC=(('CoreShowChannels','EventList: Complete'),('Status','EventList: Complete'),('QueueStatus','EventList: Complete'),('QueueSummary','EventList: Complete'),('BridgeList','EventList: Complete'),('CoreStatus','Response: '))
@sc
def sc_n_burst():
    n=int(os.environ.get('BURST','200'))
    r=Run('n_burst',f'{n} short calls, 8 started per second, at most 12 at once, to the main number; 101, 102, 103 answer after 0.1 s; callers stay 2.5 s after the PBX picks up: many are answered, many give up waiting.',timing=True)
    agent('101',RING=100,TALK=900); agent('102',RING=100,TALK=900); agent('103',RING=100,TALK=900)
    cport[0]+=2; p=sipp('callers','uac_call.xml','127.0.0.2',cport[0],service=STD,count=n,rate=8,limit=12,DUR=2500,FROM='<sip:06399[call_number]@127.0.0.2>',XHDR='')
    c0=time.process_time(); fin(p,200)
    def cs(s,l):
        num={x[6]:x[2] for x in r.cel if x[0]=='CHAN_START' and 'trunk' in x[5]}; d={}
        for line in r.tail['queue_log'].splitlines():
            f=line.split('|'); c=d.setdefault(f[1],{'caller':num.get(f[1]),'did':STD,'linkedid':f[1],'outcome':None})
            if f[4]=='CONNECT': c.update(outcome='answered',answered_by={v[1]:k for k,v in AG.items()}.get(f[3],f[3]))
            elif f[4]=='ABANDON': c.update(outcome='abandoned')
            elif f[4]=='EXITWITHTIMEOUT': c.update(outcome='no-answer')
        for k,v in num.items(): d.setdefault(k,{'caller':v,'did':STD,'linkedid':k,'outcome':'hung up before the queue'})
        import collections; print(dict(collections.Counter(c['outcome'] for c in d.values())))
        return list(d.values())
    r.done(cs,settle=3,extra={'calls':n})
@sc
def sc_o_transfer_between_queues():
    r=Run('o_transfer_between_queues','Main number -> 101 answers -> blind transfer to queue mdph (2100; 102 and 103 ring) -> 102 answers -> blind transfer to queue colleges (2200) -> 103 answers -> the citizen hangs up. One conversation, one linkedid, three queue visits.')
    agent('101','uas_agent_refer.xml',RING=500,T1=1500,TARGET='2100'); agent('102','uas_agent_refer.xml',RING=700,T1=1500,TARGET='2200'); agent('103',RING=2500)
    fin(caller(N+'31',STD,13000))
    r.done(lambda s,l:[contact(N+'31',STD,['standard','mdph','colleges'],['101','102','103'],'answered',l,s,answered_by='101',answer_leg='agent101',hung='caller',transfers=[{'type':'blind','by':'101','to':'queue mdph','answered_by':'102'},{'type':'blind','by':'102','to':'queue colleges','answered_by':'103'}])])
def cel_links(r):
    rows=list(csv.reader(open(FILES['cel'],'rb').read()[r.off['cel']:].decode('utf-8','replace').splitlines())); return list(dict.fromkeys(x[7] for x in rows))

if __name__=='__main__':
    sys.modules['rigcalls']=sys.modules['__main__']; sys.path.insert(0,HERE); import more, odd
    os.makedirs(OUT,exist_ok=True); os.makedirs(RIG+'/tmp',exist_ok=True); sys.path.insert(0,HERE)
    want=sys.argv[1:]
    if not want or want==['list']: print('\n'.join(S)); sys.exit()
    if want==['all']: want=list(S)
    for w in want:
        m=[k for k in S if k==w] or [k for k in S if k.split('_')[0]==w] 
        if not m: print('unknown scenario',w); sys.exit(2)
        try: S[m[0]]()
        finally: reap()
